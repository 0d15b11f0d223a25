"""Graph -> one page on its quality: what was read and found, what is doubtful, what is missing."""

from graphkit.report.page import report_page, write_report
from graphkit.report.questions import SECTIONS, Draw, Question, Section

__all__ = ["SECTIONS", "Draw", "Question", "Section", "report_page", "write_report"]
