"""Sources -> Graph: the one place where the stages meet."""

from graphkit.pipeline.build import Runner, build_graph, forget_releases
from graphkit.pipeline.chunks import Done, Job, count_cores, extract_part, run_chunks
from graphkit.pipeline.known import DECISIONS
from graphkit.pipeline.known import FOLDER as KNOWLEDGE
from graphkit.pipeline.parts import FOLDER, Part, fingerprint, save_part
from graphkit.pipeline.report import REPORT, BuildReport, read_report
from graphkit.pipeline.review import Question, Side, decide, find_questions
from graphkit.resolve import Judgement
from graphkit.sources import count_releases

__all__ = [
    "DECISIONS",
    "FOLDER",
    "KNOWLEDGE",
    "REPORT",
    "BuildReport",
    "Done",
    "Job",
    "Judgement",
    "Part",
    "Question",
    "Runner",
    "Side",
    "build_graph",
    "count_cores",
    "count_releases",
    "decide",
    "extract_part",
    "find_questions",
    "fingerprint",
    "forget_releases",
    "read_report",
    "run_chunks",
    "save_part",
]
