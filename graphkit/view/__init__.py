"""Graph -> HTML: one page that shows who is linked to whom, and which sentence says so."""

from graphkit.view.page import page, write_html
from graphkit.view.project import Queryable, read_drawing

__all__ = ["Queryable", "page", "read_drawing", "write_html"]
