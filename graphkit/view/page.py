"""Graph -> one HTML file: template, data blocks, content security policy."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graphkit.errors import QueryError
from graphkit.view.assets import load_words, read_asset, read_interface
from graphkit.view.drawing import LANGUAGES, Drawing
from graphkit.view.layout import place_nodes
from graphkit.view.measure import Measures, measure
from graphkit.view.pack import compress, escape_json, pack_core, pack_evidence
from graphkit.view.project import Queryable, collecting_later, read_drawing
from graphkit.view.select import find_node, select_by_query, select_since
from graphkit.view.vis import read_library, render


@dataclass(frozen=True, slots=True)
class View:
    """What a page is to show: the drawing, and how it opens (``start``, for the interface)."""

    drawing: Drawing
    start: dict[str, Any]

    @property
    def focus(self) -> str | None:
        """The id of the node that it opens around."""
        focus: str | None = self.start["focus"]
        return focus


def choose_view(
    graph: Queryable,
    *,
    language: str = "kk",
    focus: str | None = None,
    hops: int = 2,
    query: str | None = None,
    since: str | None = None,
    title: str | None = None,
) -> View:
    """Read from a graph what a page is to show; the options are those of ``page``.

    :raises QueryError: if a language, date or query is wrong or no node has the name.
    """
    if language not in LANGUAGES:
        raise QueryError(f"language {language!r}: choose one of {', '.join(LANGUAGES)}")
    if not 1 <= hops <= 3:
        raise QueryError(f"hops {hops}: choose 1, 2 or 3")
    drawing = read_drawing(graph)
    if query is not None:
        drawing = select_by_query(graph, drawing, query)
    if since is not None:
        drawing = select_since(drawing, since)
    centre = None if focus is None else find_node(drawing, focus)
    start = {"language": language, "focus": centre, "hops": hops, "title": title}
    return View(drawing, start)


def page(
    graph: Queryable,
    *,
    language: str = "kk",
    focus: str | None = None,
    hops: int = 2,
    query: str | None = None,
    since: str | None = None,
    title: str | None = None,
    plain: bool = False,
) -> str:
    """Return a graph as one page that needs nothing but a browser.

    ``focus`` is a name in any language or an id and opens the page ``hops`` steps (1 to 3)
    around it; ``query`` is a CONSTRUCT that chooses what is drawn; ``since`` an ISO date
    before which nothing is; ``plain`` leaves the data as readable JSON.

    :raises QueryError: if a language, date or query is wrong or no node has the name.
    """
    options: dict[str, Any] = {"language": language, "focus": focus, "hops": hops}
    view = choose_view(graph, query=query, since=since, title=title, **options)
    return draw_page(view, plain=plain)


def write_html(
    graph: Queryable,
    path: str | Path,
    *,
    language: str = "kk",
    focus: str | None = None,
    hops: int = 2,
    query: str | None = None,
    since: str | None = None,
    title: str | None = None,
    plain: bool = False,
) -> Path:
    """Write the page of a graph (see ``page``): UTF-8, complete or not at all.

    :raises QueryError: if a language, date or query is wrong or no node has the name.
    """
    options: dict[str, Any] = {"language": language, "focus": focus, "hops": hops}
    view = choose_view(graph, query=query, since=since, title=title, **options)
    return write_page(view, path, plain=plain)


def write_page(view: View, path: str | Path, *, plain: bool = False) -> Path:
    """Write the page of a view: UTF-8, complete or not at all."""
    return _replace_file(Path(path), draw_page(view, plain=plain))


def frame(graph: Queryable, *, height: int = 640, **options: Any) -> str:
    """Return the page as a frame for a notebook, ``height`` pixels high; options as for ``page``.

    The frame is an origin of its own: the page reaches neither the notebook nor its cookies.

    :raises QueryError: if a language, date or query is wrong or no node has the name.
    """
    # Modals: without them the page could not be printed from its menu.
    allowed = (
        "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"
    )
    return str(
        Markup(
            '<iframe sandbox="{}" style="width:100%;height:{}px;border:0" srcdoc="{}"></iframe>'
        ).format(allowed, height, page(graph, **options))
    )


def draw_page(view: View, *, plain: bool = False, measures: Measures | None = None) -> str:
    """Lay a drawing out and return its page; ``measures`` are taken where they are not given."""
    with collecting_later():
        return _draw_page(view, plain, measures)


def _draw_page(view: View, plain: bool, measures: Measures | None) -> str:
    drawing, start = view.drawing, view.start
    measures = measures or measure(drawing)
    placed = place_nodes(drawing, measures.sizes)
    core = pack_core(drawing, placed, measures) | {"start": start}
    words = load_words()["ui"]
    styles, library, interface = read_asset("styles.css"), read_library(), read_interface()
    return render(
        {
            "language": start["language"],
            "page_title": start["title"] or words["title"][start["language"]],
            "without_script": words["withoutScript"][start["language"]],
            "policy": _write_policy([styles], [library, interface], is_live="live" in start),
            "styles": Markup(styles),
            "library": Markup(library),
            "interface": Markup(interface),
            "encoding": "application/json" if plain else "application/gzip",
            "core": Markup(escape_json(core) if plain else compress(core)),
            "evidence": Markup(
                escape_json(pack_evidence(drawing)) if plain else compress(pack_evidence(drawing))
            ),
        }
    )


def _write_policy(styles: list[str], scripts: list[str], *, is_live: bool) -> str:
    """Return a policy that runs these scripts and styles and lets nothing in or out.

    A live page may ask the server that it comes from, and no other.
    """
    return "; ".join(
        (
            "default-src 'none'",
            *(["connect-src 'self'"] if is_live else []),
            f"script-src {' '.join(_hash(text) for text in scripts)}",
            f"style-src {' '.join(_hash(text) for text in styles)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _replace_file(path: Path, text: str) -> Path:
    """Write beside the file and rename, so that a reader never sees half a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
