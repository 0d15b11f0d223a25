"""Graph -> Drawing: reads with SPARQL what a page draws."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

from graphkit.view.belonging import find_countries
from graphkit.view.drawing import Drawing, Edge, Node, Passage, Quote, Release
from graphkit.vocab import BASE_IRI, PREFIXES, ROLE_IRI, SUPERCLASSES

Labels = dict[str, dict[str, str]]


class Queryable(Protocol):
    """All that the view asks of a graph: answers to SPARQL text."""

    def query(self, query: str, /) -> Any:
        """Answer a SELECT with rows: their terms in order, and by the names of the variables."""


_UNDRAWN = {"Release", "Passage", "Assertion", "Post", "Quotation"}
_RANK = {str(iri): len(above) for iri, above in SUPERCLASSES.items()}
_DRAWN = [iri for iri in _RANK if iri.rpartition("#")[2].rpartition("/")[2] not in _UNDRAWN]
_DIRECT = (
    "org:memberOf",
    "org:subOrganizationOf",
    "gk:ofCountry",
    "gk:concerns",
    "schema:attendee",
    "schema:organizer",
    "schema:location",
)
_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_KINDS = f"SELECT ?s ?c {{ VALUES ?c {{ {' '.join(f'<{iri}>' for iri in _DRAWN)} }} ?s a ?c }}"
_NAMES = """SELECT ?s ?p ?o { VALUES ?p { skos:prefLabel skos:altLabel } ?s ?p ?o }"""
_FACTS = f"SELECT ?s ?p ?o {{ VALUES ?p {{ {' '.join(_DIRECT)} }} ?s ?p ?o }}"
_POSTS = """SELECT ?s ?post ?role ?body ?land ?to { ?s org:holds ?post
  OPTIONAL { ?post org:role ?role } OPTIONAL { ?post org:postIn ?body }
  OPTIONAL { ?post gk:ofCountry ?land } OPTIONAL { ?post gk:accreditedTo ?to } }"""
_EVIDENCE = """SELECT ?s ?p ?o ?c ?passage ?status { ?a a gk:Assertion ; rdf:subject ?s ;
  rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom ?passage
  OPTIONAL { ?a gk:confidence ?c } OPTIONAL { ?a gk:status ?status } }"""
_PASSAGES = """SELECT ?s ?r ?b ?e ?text { ?s a gk:Passage ; schema:isPartOf ?r ;
  nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?text }"""
_RELEASES = """SELECT ?s ?title ?date ?language ?publisher ?url ?source ?text { ?s a gk:Release
  OPTIONAL { ?s schema:headline ?title } OPTIONAL { ?s schema:datePublished ?date }
  OPTIONAL { ?s schema:inLanguage ?language } OPTIONAL { ?s schema:publisher ?publisher }
  OPTIONAL { ?s schema:url ?url } OPTIONAL { ?s dcterms:source ?source }
  OPTIONAL { ?s nif:isString ?text } }"""
_MENTIONS = "SELECT ?s ?o { ?s schema:mentions ?o }"
_SUBJECTS = "SELECT ?s ?o { ?o schema:subjectOf ?s }"
_QUOTES = """SELECT ?s ?text ?who ?r ?topic { ?s a schema:Quotation ; schema:text ?text ;
  schema:creator ?who OPTIONAL { ?s schema:isPartOf ?r } OPTIONAL { ?s schema:about ?topic } }"""
_DETAILS = """SELECT ?s ?p ?o { VALUES ?p { schema:startDate skos:notation owl:sameAs
  skos:exactMatch gk:status } ?s ?p ?o }"""


class _Fact(NamedTuple):
    """A drawn fact before its ends have positions; ``key`` is the triple that is asserted."""

    source: str
    target: str
    relation: str
    key: tuple[str, str, str]
    role: str | None = None
    via: str | None = None


@dataclass(slots=True)
class _Evidence:
    """What the assertions of one triple say together; confidence is below 0 when none says it."""

    confidence: float = -1.0
    passages: set[int] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)


def read_drawing(graph: Queryable, base: str | None = None) -> Drawing:
    """Read everything that can be drawn: things that a release names or a fact links.

    Posts become edges from the person to the body, quotations and releases become
    part of the panels; all other things are nodes. ``base`` is what the data's IRIs begin
    with, where the graph is a part that may hold no release to tell it by.
    """
    with collecting_later():
        return _read_all(graph, base or find_base(graph))


@contextmanager
def collecting_later() -> Iterator[None]:
    """Keep the collector of cycles off: among millions of values it takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_all(graph: Queryable, base: str) -> Drawing:
    releases = sorted(_read_releases(graph, base), key=lambda r: (r.date or "", r.id))
    at = {release.id: i for i, release in enumerate(releases)}
    labels, others = _read_names(graph, base)
    kinds = _read_kinds(graph, base)
    facts = sorted(
        {fact for fact in _read_facts(graph, base) if {fact.source, fact.target} <= kinds.keys()},
        key=lambda fact: (*fact[:3], fact.role or "", fact.via or ""),
    )
    mentions = _read_mentions(graph, base, at)
    linked = {end for fact in facts for end in (fact.source, fact.target)}
    shown = sorted(i for i in kinds if i in linked or i in mentions)
    place = {node: i for i, node in enumerate(shown)}
    passages, stretch = _read_passages(graph, base, at)
    evidence = _read_evidence(graph, base, stretch)
    edges = tuple(_make_edge(fact, place, evidence) for fact in facts)
    details = _read_details(graph, base)
    nodes = tuple(
        _make_node(i, kinds[i], (labels.get(i, {}), others.get(i, ())), mentions, details)
        for i in shown
    )
    quotes = tuple(_read_quotes(graph, base, (place, at)))
    wanted = {e.role and f"role/{e.role}" for e in edges} | {e.via for e in edges}
    wanted |= {topic for quote in quotes for topic in quote.topics}
    # A store gives names in an order of its own, and the same graph gives the same page.
    known = {
        key: dict(sorted(labels[key].items()))
        for key in sorted(w for w in wanted if w)
        if key in labels
    }
    drawing = Drawing(base, nodes, edges, tuple(releases), tuple(passages), quotes, known)
    return _add_countries(drawing)


def find_base(graph: Queryable) -> str:
    """Return the base of the graph's data IRIs: what stands before ``release/`` in its releases."""
    for row in _rows(graph, "SELECT ?s { ?s a gk:Release } LIMIT 1"):
        head, mark, _ = str(row["s"].value).rpartition("release/")
        if mark:
            return head
    return BASE_IRI


def _rows(graph: Queryable, query: str) -> Iterator[Any]:
    yield from graph.query(_PROLOGUE + query)


def _short(iri: str, base: str) -> str:
    """Cut the base off; roles keep their own namespace in IRIs but are ``role/…`` here."""
    if iri.startswith(base):
        return iri[len(base) :]
    return "role/" + iri[len(ROLE_IRI) :] if iri.startswith(ROLE_IRI) else iri


def _read_kinds(graph: Queryable, base: str) -> dict[str, str]:
    best: dict[str, str] = {}
    for s, c in _rows(graph, _KINDS):
        node, kind = _short(s.value, base), c.value
        if node not in best or (_RANK[kind], kind) > (_RANK[best[node]], best[node]):
            best[node] = kind
    # Concepts of the ontologies (types, roles) carry no such class, so they stay out.
    return {node: kind.rpartition("#")[2].rpartition("/")[2] for node, kind in best.items()}


def _read_names(graph: Queryable, base: str) -> tuple[Labels, dict[str, tuple[Any, ...]]]:
    preferred: Labels = defaultdict(dict)
    others: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for s, p, name in _rows(graph, _NAMES):
        node = _short(s.value, base)
        language = getattr(name, "language", None) or ""
        if p.value.endswith("prefLabel"):
            held = preferred[node].setdefault(language, name.value)
            if name.value < held:
                preferred[node][language] = name.value
        else:
            others[node].add((name.value, language))
    return preferred, {node: tuple(sorted(names)) for node, names in others.items()}


def _read_facts(graph: Queryable, base: str) -> Iterator[_Fact]:
    relations = {PREFIXES[one.partition(":")[0]] + one.partition(":")[2]: one for one in _DIRECT}
    for terms in _rows(graph, _FACTS):
        s, p, o = (term.value for term in terms)
        yield _Fact(_short(s, base), _short(o, base), relations[p], (s, p, o))
    holds = PREFIXES["org"] + "holds"
    for row in _rows(graph, _POSTS):
        person, post = row["s"].value, row["post"].value
        key = (person, holds, post)
        role = row["role"] and _short(row["role"].value, base).rpartition("/")[2]
        seat = row["body"] or row["land"]
        held = _Fact(_short(person, base), "", "org:holds", key, role, _short(post, base))
        if seat is not None:
            yield held._replace(target=_short(seat.value, base))
        if row["to"] is not None:
            yield held._replace(target=_short(row["to"].value, base), relation="gk:accreditedTo")
        elif seat is None:
            yield held._replace(target=held.source)  # shown in the panel only


def _read_mentions(graph: Queryable, base: str, at: dict[str, int]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for query in (_MENTIONS, _SUBJECTS):
        for s, o in _rows(graph, query):
            release = at.get(_short(s.value, base))
            if release is not None:
                found[_short(o.value, base)].add(release)
    return {node: sorted(releases) for node, releases in found.items()}


def _read_releases(graph: Queryable, base: str) -> Iterable[Release]:
    fields = ("date", "language", "publisher", "url", "source", "text", "title")
    found: dict[str, Release] = {}
    for row in _rows(graph, _RELEASES):
        values = {name: row[name].value for name in fields if row[name] is not None}
        node = _short(row["s"].value, base)
        release = Release(node, values.pop("title", ""), **values)
        # A release with two URLs comes back twice: the first by alphabet stays.
        found[node] = min(found.get(node, release), release, key=lambda r: (r.title, r.url))
    return found.values()


def _read_passages(
    graph: Queryable, base: str, at: dict[str, int]
) -> tuple[list[Passage], dict[str, int]]:
    found = []
    for s, r, begin, end, text in _rows(graph, _PASSAGES):
        release = at.get(_short(r.value, base))
        if release is not None:
            found.append((release, int(begin.value), int(end.value), text.value, s.value))
    found.sort()
    return [Passage(*item[:4]) for item in found], {item[4]: i for i, item in enumerate(found)}


def _read_evidence(
    graph: Queryable, base: str, stretch: dict[str, int]
) -> dict[tuple[str, str, str], _Evidence]:
    found: dict[tuple[str, str, str], _Evidence] = defaultdict(_Evidence)
    for s, p, o, sure, passage, status in _rows(graph, _EVIDENCE):
        evidence = found[s.value, p.value, o.value]
        evidence.statuses.add("" if status is None else status.value)
        if sure is not None:
            evidence.confidence = max(evidence.confidence, float(sure.value))
        if passage.value in stretch:
            evidence.passages.add(stretch[passage.value])
    return found


def _read_details(graph: Queryable, base: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(graph, _DETAILS):
        name = row["p"].value.rpartition("#")[2].rpartition("/")[2]
        found[_short(row["s"].value, base)][name].append(row["o"].value)
    return found


def _read_quotes(
    graph: Queryable, base: str, positions: tuple[dict[str, int], dict[str, int]]
) -> list[Quote]:
    place, at = positions
    found: dict[str, Quote] = {}
    for row in _rows(graph, _QUOTES):
        node, speaker = row["s"].value, place.get(_short(row["who"].value, base))
        if speaker is None:
            continue
        release = at.get(_short(row["r"].value, base)) if row["r"] is not None else None
        text = row["text"]
        quote = found.setdefault(
            node, Quote(speaker, text.value, getattr(text, "language", "") or "", release)
        )
        if row["topic"] is not None:
            topics = {*quote.topics, _short(row["topic"].value, base)}
            found[node] = replace(quote, topics=tuple(sorted(topics)))
    return [found[node] for node in sorted(found)]


def _make_edge(
    fact: _Fact, place: dict[str, int], found: dict[tuple[str, str, str], _Evidence]
) -> Edge:
    evidence = found.get(fact.key)
    ends = place[fact.source], place[fact.target]
    if evidence is None:
        return Edge(*ends, fact.relation, fact.role, fact.via)
    # What is told both as it is and as it was or will be holds; else the page says how.
    status = min(evidence.statuses, default="")
    passages = tuple(sorted(evidence.passages))
    confidence = evidence.confidence if evidence.confidence >= 0 else 1.0
    return Edge(*ends, fact.relation, fact.role, fact.via, passages, confidence, status)


def _make_node(
    node: str,
    kind: str,
    names: tuple[dict[str, str], tuple[tuple[str, str], ...]],
    mentions: dict[str, list[int]],
    details: dict[str, dict[str, list[str]]],
) -> Node:
    known = details.get(node, {})
    same = [*known.get("sameAs", ()), *known.get("exactMatch", ())]
    status = known.get("status", [""])[0].rpartition("/")[2].rpartition("#")[2]
    return Node(
        node,
        kind,
        tuple(sorted(names[0].items())),
        names[1],
        date=min(known.get("startDate", [""])) or None,
        releases=tuple(mentions.get(node, ())),
        same_as=tuple(sorted(same)),
        notation=min(known.get("notation", [""])) or None,
        status=status,
    )


def _add_countries(drawing: Drawing) -> Drawing:
    lands = find_countries(drawing)
    nodes = tuple(
        replace(node, countries=countries)
        for node, countries in zip(drawing.nodes, lands, strict=True)
    )
    return replace(drawing, nodes=nodes)
