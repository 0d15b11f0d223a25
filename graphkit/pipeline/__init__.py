"""Sources -> Graph: the one place where the stages meet."""

from graphkit.pipeline.build import Runner, build_graph, forget_releases
from graphkit.pipeline.chunks import Done, Job, extract_part
from graphkit.pipeline.parts import FOLDER, Part, fingerprint, save_part
from graphkit.pipeline.report import REPORT, BuildReport, read_report

__all__ = [
    "FOLDER",
    "REPORT",
    "BuildReport",
    "Done",
    "Job",
    "Part",
    "Runner",
    "build_graph",
    "extract_part",
    "fingerprint",
    "forget_releases",
    "read_report",
    "save_part",
]
