"""An IRI -> what the graph says of it: labels, facts with their sentences, triples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

import pyoxigraph as ox

from graphkit.serve.backend import Backend, Row
from graphkit.serve.hrefs import local_href
from graphkit.serve.words import choose_text, say_term
from graphkit.vocab import SUPERCLASSES, shorten

# A page shows this many facts in each direction; a country may have a million.
MOST: Final = 500
_PLAIN: Final = frozenset({"skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "rdf:type"})
# How evidence hangs together is shown as sentences, not as facts.
_EVIDENCE: Final = (
    "rdf:subject, rdf:predicate, rdf:object, prov:wasDerivedFrom, gk:deniedIn, schema:isPartOf"
)
_LABELS: Final = "skos:prefLabel schema:headline schema:text nif:anchorOf"
_OUT: Final = "SELECT ?p ?o {{ {iri} ?p ?o }} LIMIT {most}"
_IN: Final = """SELECT ?s ?p {{ ?s ?p {iri}
  FILTER(?p NOT IN ({evidence})) }} LIMIT {most}"""
_SENTENCES: Final = """SELECT ?s ?p ?o ?status ?confidence ?passage ?text ?denied
  ?release ?headline ?date ?language {{
  {{ ?a rdf:subject {iri} }} UNION {{ ?a rdf:object {iri} }}
  ?a rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  {{ ?a prov:wasDerivedFrom ?passage BIND(false AS ?denied) }}
  UNION {{ ?a gk:deniedIn ?passage BIND(true AS ?denied) }}
  ?passage nif:anchorOf ?text ; schema:isPartOf ?release .
  OPTIONAL {{ ?a gk:status ?status }} OPTIONAL {{ ?a gk:confidence ?confidence }}
  OPTIONAL {{ ?release schema:headline ?headline }}
  OPTIONAL {{ ?release schema:datePublished ?date }}
  OPTIONAL {{ ?release schema:inLanguage ?language }} }} LIMIT {most}"""
_PASSAGES: Final = """SELECT ?passage ?text ?begin ?s ?p ?o {{
  ?passage schema:isPartOf {iri} ; nif:anchorOf ?text ; nif:beginIndex ?begin .
  ?a prov:wasDerivedFrom ?passage ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o
  }} ORDER BY ?begin LIMIT {most}"""
_NAMES: Final = (
    "SELECT ?s ?label {{ VALUES ?s {{ {iris} }} VALUES ?q {{ {labels} }} ?s ?q ?label }}"
)
# What stands first on a page, most telling first.
_FIRST: Final = (
    "org:holds", "org:role", "org:postIn", "org:memberOf", "org:subOrganizationOf", "gk:ofCountry",
    "gk:concerns", "schema:startDate", "schema:attendee", "schema:location",
)  # fmt: skip
Key = tuple[str, str, str]
_CONSTRUCT: Final = """CONSTRUCT {{ {iri} ?p ?o . ?s ?q {iri} .
  ?a ?b ?c . ?passage ?d ?e }} WHERE {{
  {{ {iri} ?p ?o }} UNION {{ SELECT ?s ?q {{ ?s ?q {iri}
       FILTER(?q NOT IN ({evidence})) }} LIMIT 5000 }}
  UNION {{ SELECT * {{ {{ ?a rdf:subject {iri} }} UNION {{ ?a rdf:object {iri} }} ?a ?b ?c }}
       LIMIT 20000 }}
  UNION {{ SELECT * {{ {{ ?a rdf:subject {iri} }} UNION {{ ?a rdf:object {iri} }}
       ?a prov:wasDerivedFrom ?passage . ?passage ?d ?e }} LIMIT 20000 }} }}"""


@dataclass(frozen=True, slots=True)
class Link:
    """A value as a page shows it: a text, and where it leads if it is a thing."""

    text: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a release that states a fact."""

    text: str
    release: Link
    date: str
    language: str
    status: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple as a page shows it: the value on its other side, and who says so."""

    value: Link
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one property in one direction."""

    property: str
    term: str
    is_inverse: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a release: where it is, its text, and the facts that it states."""

    anchor: str
    text: str
    facts: tuple[tuple[Link, str, Link], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of a thing shows."""

    iri: str
    title: str
    kinds: tuple[str, ...]
    names: tuple[Link, ...]
    groups: tuple[Group, ...]
    passages: tuple[Stretch, ...]
    is_cut: bool


def write_iri(iri: str) -> str:
    """Return an IRI as in SPARQL.

    :raises ValueError: if it is none, so that nothing else can get into a query.
    """
    return str(ox.NamedNode(iri))


class _Writer:
    """Turns rows into what a page shows, with labels in the language that is wanted."""

    def __init__(self, iri: str, base_iri: str, language: str, labels: Iterable[Row]) -> None:
        self._iri, self._base, self._language = iri, base_iri, language
        self._labels: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in labels:
            label = row["label"]
            self._labels[row["s"]["value"]].append((label.get("xml:lang", ""), label["value"]))
        self._sentences: dict[Key, list[Sentence]] = defaultdict(list)

    def name(self, iri: str) -> str:
        """Return the name of a thing, or its path where it has none."""
        text = choose_text(self._labels.get(iri, []), self._language)
        short = iri.removeprefix(self._base) if iri.startswith(self._base) else shorten(iri)
        return text or unquote(short)

    def link(self, value: Mapping[str, str]) -> Link:
        """Return a value with the place that it leads to."""
        if value["type"] != "uri":
            return Link(value["value"], language=value.get("xml:lang", ""))
        return Link(self.name(value["value"]), local_href(value["value"], self._base))

    def take_sentences(self, rows: Iterable[Row]) -> None:
        """Keep the sentences that state something, by the triple that they state."""
        for row in rows:
            release = row["release"]["value"]
            status = row["status"]["value"] if "status" in row else ""
            denied = row["denied"]["value"] == "true"
            sentence = Sentence(
                text=row["text"]["value"],
                release=Link(self.name(release), local_href(row["passage"]["value"], self._base)),
                date=row["date"]["value"] if "date" in row else "",
                language=row["language"]["value"] if "language" in row else "",
                status=say_term("denied" if denied else status, self._language),
                confidence=row["confidence"]["value"] if "confidence" in row else "",
            )
            found = self._sentences[_key(row)]
            if sentence not in found:
                found.append(sentence)

    def sentences(self, key: Key) -> tuple[Sentence, ...]:
        """Return the sentences of a triple, the oldest first."""
        return tuple(sorted(self._sentences.get(key, ()), key=lambda s: (s.date, s.text)))

    def told_only(self, known: set[Key]) -> list[Row]:
        """Return triples that sentences speak of and the graph does not hold: denied ones."""
        return [
            {name: {"type": "uri", "value": part} for name, part in zip("spo", key, strict=True)}
            for key in self._sentences
            if key not in known
        ]

    def groups(self, rows: Iterable[Row]) -> list[Group]:
        """Return the facts of both directions by property."""
        found: dict[tuple[bool, str], dict[Link, Fact]] = defaultdict(dict)
        for row in rows:
            s, p, _ = key = _key(row)
            is_inverse = s != self._iri
            term = shorten(p)
            if term in _PLAIN and not is_inverse:
                continue
            value = self.link(row["s"] if is_inverse else row["o"])
            found[is_inverse, term][value] = Fact(value, self.sentences(key))
        return [
            Group(say_term(term, self._language), term, is_inverse, tuple(_sort(facts.values())))
            for (is_inverse, term), facts in sorted(found.items(), key=_rank)
        ]

    def passages(self, rows: Iterable[Row]) -> tuple[Stretch, ...]:
        """Return the stretches of a release, each with the facts that it states."""
        found: dict[str, list[tuple[Link, str, Link]]] = defaultdict(list)
        texts: dict[str, str] = {}
        for row in rows:
            passage = row["passage"]["value"]
            texts[passage] = row["text"]["value"]
            property = say_term(shorten(row["p"]["value"]), self._language)
            found[passage].append((self.link(row["s"]), property, self.link(row["o"])))
        return tuple(
            Stretch(iri.partition("#")[2], text, tuple(found[iri])) for iri, text in texts.items()
        )


def _key(row: Row) -> Key:
    return row["s"]["value"], row["p"]["value"], row["o"]["value"]


def _rank(item: tuple[tuple[bool, str], object]) -> tuple[bool, bool, int, str]:
    (is_inverse, term), _ = item
    place = _FIRST.index(term) if term in _FIRST else len(_FIRST)
    return is_inverse, term == "schema:mentions", place, term


def _sort(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (-len(fact.sentences), fact.value.text, fact.value.href))


async def read_page(backend: Backend, iri: str, language: str) -> Page | None:
    """Return what the page of a thing shows, None where the graph does not know it."""
    term = write_iri(iri)
    templates = (_OUT, _IN, _SENTENCES, _PASSAGES)
    answers = await backend.select(
        *(t.format(iri=term, most=MOST + 1, evidence=_EVIDENCE) for t in templates)
    )
    out, into, told, passages = answers
    if not any(answers):
        return None
    wanted = {iri} | {
        row[name]["value"]
        for row in (*out, *into, *told, *passages)
        for name in ("s", "o", "release")
        if name in row and row[name]["type"] == "uri"
    }
    iris = " ".join(map(write_iri, sorted(wanted)))
    (labels,) = await backend.select(_NAMES.format(iris=iris, labels=_LABELS))
    writer = _Writer(iri, backend.base_iri, language, labels)
    writer.take_sentences(told)
    self_term = {"type": "uri", "value": iri}
    facts = [{"s": self_term, **row} for row in out[:MOST]]
    facts += [{"o": self_term, **row} for row in into[:MOST]]
    return Page(
        iri=iri,
        title=writer.name(iri),
        kinds=_kinds(out, language),
        names=_own_names(out),
        groups=tuple(writer.groups([*facts, *writer.told_only(set(map(_key, facts)))])),
        passages=writer.passages(passages[:MOST]),
        is_cut=max(map(len, answers)) > MOST,
    )


def _kinds(rows: Iterable[Row], language: str) -> tuple[str, ...]:
    """Return the most specific classes of a thing: those that are above no other one."""
    types = {row["o"]["value"] for row in rows if shorten(row["p"]["value"]) == "rdf:type"}
    above = {str(up) for cls, ups in SUPERCLASSES.items() if str(cls) in types for up in ups}
    return tuple(say_term(shorten(one), language) for one in sorted(types - above))


def _own_names(rows: Iterable[Row]) -> tuple[Link, ...]:
    order = {"skos:prefLabel": 0, "skos:altLabel": 1}
    found = [
        (order[term], row["o"].get("xml:lang", ""), row["o"]["value"])
        for row in rows
        if (term := shorten(row["p"]["value"])) in order
    ]
    return tuple(Link(text, language=language) for _, language, text in sorted(found))


async def read_triples(backend: Backend, iri: str) -> list[ox.Triple]:
    """Return the triples of a thing with its facts' evidence: what its Turtle holds."""
    text = _CONSTRUCT.format(iri=write_iri(iri), evidence=_EVIDENCE)
    reply = await backend.construct(text)
    quads = ox.parse(reply, format=ox.RdfFormat.N_TRIPLES)
    return sorted({quad.triple for quad in quads}, key=str)
