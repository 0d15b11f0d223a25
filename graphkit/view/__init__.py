"""Graph -> HTML: one page that shows who is linked to whom, and which sentence says so."""

from graphkit.view.live import live_page, live_part
from graphkit.view.page import View, choose_view, frame, page, write_html, write_page
from graphkit.view.project import Queryable, read_drawing

__all__ = [
    "Queryable",
    "View",
    "choose_view",
    "frame",
    "live_page",
    "live_part",
    "page",
    "read_drawing",
    "write_html",
    "write_page",
]
