"""An analyst's files, or an exported graph -> persons and bodies, written as ontologies.

Any labels of SKOS, FOAF and schema.org count. A thing below the base of the graph keeps
its id; any other gets one from its IRI, which is kept as ``owl:sameAs``.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pyoxigraph as ox

from graphkit.errors import OntologyError
from graphkit.knowledge.concepts import Knowledge, Use
from graphkit.knowledge.load import BASE, GK, PREFIXES
from graphkit.model import BODIES, Kind
from graphkit.tongues import TONGUES

_FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML,
}  # fmt: skip
_LONG: Final = {
    **PREFIXES,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
}
_OLD_SCHEMA: Final = "http://schema.org/"
_NAMES: Final = {
    "skos:prefLabel": Use.PREFERRED, "foaf:name": Use.PREFERRED, "schema:name": Use.PREFERRED,
    "rdfs:label": Use.PREFERRED, "skos:altLabel": Use.ALTERNATIVE,
    "schema:alternateName": Use.ALTERNATIVE, "skos:hiddenLabel": Use.HIDDEN,
}  # fmt: skip
_GIVEN: Final = ("foaf:givenName", "foaf:firstName", "schema:givenName")
_FAMILY: Final = ("foaf:familyName", "foaf:lastName", "schema:familyName")
_COUNTRY: Final = ("gk:ofCountry", "schema:nationality", "schema:addressCountry")
_SAME: Final = ("owl:sameAs", "skos:exactMatch", "schema:sameAs")
# Widest first: the last that fits decides.
_KINDS: Final = {
    "foaf:Person": Kind.PERSON, "schema:Person": Kind.PERSON, "gk:Official": Kind.PERSON,
    "foaf:Organization": Kind.ORGANIZATION, "schema:Organization": Kind.ORGANIZATION,
    "org:Organization": Kind.ORGANIZATION, "org:FormalOrganization": Kind.ORGANIZATION,
    "gk:Organization": Kind.ORGANIZATION, "schema:PoliticalParty": Kind.PARTY,
    "schema:GovernmentOrganization": Kind.GOVERNMENT_BODY,
    "gk:GovernmentBody": Kind.GOVERNMENT_BODY,
    "gk:ParliamentaryGroup": Kind.PARLIAMENTARY_GROUP,
    **{f"gk:{kind}": kind for kind in sorted(BODIES) if kind not in (
        Kind.ORGANIZATION, Kind.GOVERNMENT_BODY, Kind.PARLIAMENTARY_GROUP)},
}  # fmt: skip
_KAZAKH: Final = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_CYRILLIC: Final = re.compile("[а-яёА-ЯЁ]")


@dataclass(slots=True)
class _Thing:
    """What the files say of one subject, by prefixed property."""

    literals: dict[str, list[ox.Literal]] = field(default_factory=lambda: defaultdict(list))
    nodes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Own:
    """A person or body of an analyst's."""

    id: str
    kind: Kind
    labels: tuple[tuple[Use, str, str], ...]
    country: str | None = None
    same_as: tuple[str, ...] = ()

    def triples(self) -> Iterator[ox.Triple]:
        """Yield it as the ontologies write concepts."""
        subject = ox.NamedNode(BASE + self.id)
        if self.kind is not Kind.PERSON:
            yield ox.Triple(subject, _node("gk:kind"), ox.NamedNode(GK + self.kind))
        for use, text, language in self.labels:
            yield ox.Triple(subject, _node(use), ox.Literal(text, language=language))
        if self.country:
            yield ox.Triple(subject, _node("gk:ofCountry"), ox.NamedNode(BASE + self.country))
        for iri in self.same_as:
            yield ox.Triple(subject, _node("owl:sameAs"), ox.NamedNode(iri))


def read_own(files: Iterable[Path], known: Knowledge, *, base_iri: str = BASE) -> tuple[Own, ...]:
    """Return the persons and bodies of some files, by id; what is ``known`` is left out.

    What has a name and no class that says what it is counts as a person, unless it is
    below the base: there only persons and bodies are taken of an exported graph.

    :raises OntologyError: if a file cannot be read.
    """
    things: defaultdict[str, _Thing] = defaultdict(_Thing)
    for file in files:
        _read_file(file, things)
    reader = _Reader(things, known, base_iri)
    found = (reader.read(iri) for iri in sorted(things))
    return tuple(sorted((one for one in found if one), key=lambda one: one.id))


def write_own(things: Sequence[Own], file: Path) -> None:
    """Write persons or bodies as an ontology, sorted, whole or not at all.

    :raises OntologyError: if the disk refuses.
    """
    lines = sorted(f"{triple} .\n" for one in things for triple in one.triples())
    draft = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text("".join(lines), encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        raise OntologyError(f"{file}: cannot be written: {error.strerror}") from error


def _read_file(file: Path, things: defaultdict[str, _Thing]) -> None:
    form = _FORMATS.get(file.suffix)
    if form is None:
        known = ", ".join(_FORMATS)
        raise OntologyError(f"{file}: no reader for '{file.suffix}'; readers are: {known}")
    try:
        for quad in ox.parse(path=str(file), format=form, base_iri=BASE):
            if not isinstance(quad.subject, ox.NamedNode):
                continue  # an address or the like: nothing that could be linked to
            name, value = _shorten(quad.predicate.value), quad.object
            if isinstance(value, ox.Literal):
                things[quad.subject.value].literals[name].append(value)
            elif isinstance(value, ox.NamedNode):
                things[quad.subject.value].nodes[name].append(value.value)
    except SyntaxError as error:
        raise OntologyError(f"{file}:{error.lineno}: cannot be read: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise OntologyError(f"{file}: cannot be read: {error}") from error


class _Reader:
    """Makes persons and bodies of what the files say."""

    def __init__(self, things: dict[str, _Thing], known: Knowledge, base_iri: str) -> None:
        self._things, self._known, self._base = things, known, base_iri
        self._ids: dict[str, str] = {}

    def read(self, iri: str) -> Own | None:
        """Return a subject as a person or body, None if it is neither or known already."""
        thing = self._things[iri]
        kind = self._kind(iri, thing)
        if kind is None or iri.startswith(f"{BASE}scheme/"):
            return None
        path = self._id(iri, "person" if kind is Kind.PERSON else "body")
        labels = self._labels(thing, kind, is_ours=iri.startswith(self._base))
        if path in self._known or not labels:
            return None
        same = {one for name in _SAME for one in thing.nodes[name]}
        same |= set() if iri.startswith(self._base) else {iri}
        return Own(path, kind, labels, self._country(thing), tuple(sorted(same)))

    def _kind(self, iri: str, thing: _Thing) -> Kind | None:
        types = {_shorten(cls) for cls in thing.nodes["rdf:type"]}
        kinds = [kind for name, kind in _KINDS.items() if name in types]
        if iri.startswith(self._base):
            scheme = iri.removeprefix(self._base).partition("/")[0]
            return kinds[-1] if kinds and scheme in ("person", "body") else None
        if kinds:
            return kinds[-1]
        return Kind.PERSON if not types - {"skos:Concept"} else None

    def _id(self, iri: str, scheme: str) -> str:
        if iri.startswith(self._base):
            return unquote(iri.removeprefix(self._base))
        parts = urlsplit(iri)
        whole = " ".join((parts.netloc, unquote(parts.path), parts.query, unquote(parts.fragment)))
        slug = re.sub(r"[\W_]+", "-", whole.casefold().removeprefix("www.")).strip("-")
        path = f"{scheme}/{slug}"
        if self._ids.setdefault(path, iri) != iri:
            path += f"-{hashlib.sha256(iri.encode()).hexdigest()[:8]}"
        return path

    def _labels(
        self, thing: _Thing, kind: Kind, *, is_ours: bool
    ) -> tuple[tuple[Use, str, str], ...]:
        found = [
            (use, text, one)
            for name, use in _NAMES.items()
            for one in thing.literals[name]
            if (text := " ".join(one.value.split()))
        ]
        given, family = (
            next((one for name in names for one in thing.literals[name]), None)
            for names in (_GIVEN, _FAMILY)
        )
        if given and family:
            found.append((Use.ALTERNATIVE, f"{given.value} {family.value}", given))
        if is_ours and kind is not Kind.PERSON:
            # What releases call a body for short («комитет») is no name to find it by.
            found = [one for one in found if one[0] is Use.PREFERRED and " " in one[1]]
        return _choose(found)

    def _country(self, thing: _Thing) -> str | None:
        values = {one for name in _COUNTRY for one in thing.nodes[name]}
        values |= {one.value for name in _COUNTRY for one in thing.literals[name]}
        for post in thing.nodes["org:holds"]:
            if post in self._things:
                values |= set(self._things[post].nodes["gk:ofCountry"])
        paths = {f"country/{value.rpartition('country/')[2].upper()}" for value in values}
        known = sorted(path for path in paths if path in self._known)
        return known[0] if len(known) == 1 else None


def _choose(found: Iterable[tuple[Use, str, ox.Literal]]) -> tuple[tuple[Use, str, str], ...]:
    """Give each name a language, and each language one preferred name; others are second."""
    tagged, foreign = [], []
    for use, text, literal in found:
        tag = (literal.language or "").partition("-")[0]
        if tag in TONGUES or not tag:
            tagged.append((use, text, tag or _language_of(text)))
        else:
            foreign.append((use, text, _language_of(text)))
    labels: list[tuple[Use, str, str]] = []
    first: set[str] = set()
    for use, text, language in sorted(tagged or foreign, key=lambda x: x[0] is not Use.PREFERRED):
        if any((text, language) == known[1:] for known in labels):
            continue
        if use is Use.PREFERRED and language in first:
            use = Use.ALTERNATIVE
        first |= {language} if use is Use.PREFERRED else set()
        labels.append((use, text, language))
    return tuple(labels)


def _language_of(text: str) -> str:
    if _KAZAKH.search(text):
        return "kk"
    return "ru" if _CYRILLIC.search(text) else "en"


def _shorten(iri: str) -> str:
    iri = iri.replace(_OLD_SCHEMA, _LONG["schema"], 1) if iri.startswith(_OLD_SCHEMA) else iri
    for prefix, namespace in _LONG.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _node(name: str) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(_LONG[prefix] + local)
