"""What a page draws: plain values between the graph and the layout."""

from __future__ import annotations

from dataclasses import dataclass, field

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that is drawn. ``id`` is its path below the base IRI, or its whole IRI.

    ``names`` holds the preferred name by language, ``others`` every other name as
    (text, language). ``countries`` are the ids of the countries it belongs to, ``days``
    the dates (ISO 8601) on which releases speak of it, ``releases`` their positions in
    ``Drawing.releases``, ``status`` says that an event is planned or was denied.
    """

    id: str
    kind: str
    names: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...] = ()
    countries: tuple[str, ...] = ()
    date: str | None = None
    releases: tuple[int, ...] = ()
    same_as: tuple[str, ...] = ()
    notation: str | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact that is drawn, from node to node (positions in ``Drawing.nodes``).

    ``relation`` is the prefixed name of the property, ``role`` the local name of the role
    where a post stands between the two, ``via`` the id of that post, ``evidence`` the
    positions in ``Drawing.passages``, ``confidence`` from 0 to 1 (1 for built-in knowledge),
    ``status`` is empty where the fact simply holds, else ``former``, ``planned`` and so on.
    """

    source: int
    target: int
    relation: str
    role: str | None = None
    via: str | None = None
    evidence: tuple[int, ...] = ()
    confidence: float = 1.0
    status: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """What the page shows of a release. ``text`` is there only when the graph keeps it."""

    id: str
    title: str
    date: str | None = None
    language: str = ""
    publisher: str = ""
    url: str = ""
    source: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a release: the sentence that states a fact (code points, end exclusive)."""

    release: int
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation. ``speaker`` is a position in ``Drawing.nodes``."""

    speaker: int
    text: str
    language: str
    release: int | None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that one page holds; everything is sorted, so that the same graph gives the same page.

    ``labels`` names the roles, posts and topics that the rest points to: id -> language -> text.
    """

    base: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    releases: tuple[Release, ...] = ()
    passages: tuple[Passage, ...] = ()
    quotes: tuple[Quote, ...] = ()
    labels: dict[str, dict[str, str]] = field(default_factory=dict)

    def position(self, node: str) -> int | None:
        """Return where a node with this id stands, or None."""
        return next((i for i, n in enumerate(self.nodes) if n.id == node), None)
