"""Graph -> files in the formats that other tools read, and answers as text."""

from graphkit.export.pull import pull
from graphkit.export.push import push
from graphkit.export.table import ANSWER_FORMATS, format_answer
from graphkit.export.write import WRITERS, write, write_sorted

__all__ = ["ANSWER_FORMATS", "WRITERS", "format_answer", "pull", "push", "write", "write_sorted"]
