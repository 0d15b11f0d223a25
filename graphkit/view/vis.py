"""The one file that imports pyvis: its library, its options, our template.

pyvis is used with care, for each trap named here was seen: its own template loads
Bootstrap from the network, its writer follows the machine's encoding and drops a
folder ``lib/``, headings and titles given to it become script, and adding nodes takes
quadratic time. So it gets a template environment that escapes, options as a dict, no
node and no text of ours; the page reads its nodes from the data blocks.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import DictLoader, Environment
from markupsafe import Markup
from pyvis.network import Network

from graphkit.view.assets import read_asset

_LIBRARY = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"

# Physics off: positions come from Python. Everything else is what made panning fluent.
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "clickToUse": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "hierarchical": {"enabled": False}},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},
        "zoomSpeed": 1,
        "tooltipDelay": 3600000,
    },
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0, "width": 1},
    "nodes": {"chosen": False},
}


@cache
def read_library() -> str:
    """Return vis-network as pyvis ships it, with the line ends that a browser hashes."""
    text = _LIBRARY.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    # The map is never shipped; a browser with its tools open would ask for it.
    return text.replace("//# sourceMappingURL=", "// map: ")


def render(context: dict[str, Any]) -> str:
    """Fill our template through pyvis and return the page.

    Whatever in ``context`` is no ``Markup`` is escaped.
    """
    network = Network(directed=True, cdn_resources="in_line")
    network.options = OPTIONS
    environment = Environment(
        loader=DictLoader({"template.html": read_asset("template.html")}), autoescape=True
    )
    environment.globals.update(context)
    # pyvis hands the template its options as JSON text.
    environment.filters["as_data"] = lambda text: Markup(text.replace("<", "\\u003c"))
    network.templateEnv = environment
    network.path = "template.html"
    return str(network.generate_html())
