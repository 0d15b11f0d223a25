"""Graph -> HTML: one page that shows who is linked to whom, and which sentence says so."""

from graphkit.view.page import frame, page, write_html
from graphkit.view.project import Queryable, read_drawing

__all__ = ["Queryable", "frame", "page", "read_drawing", "write_html"]
