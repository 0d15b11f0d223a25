"""Turtle files of ``ontologies/`` -> Knowledge."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graphkit.errors import OntologyError
from graphkit.knowledge.concepts import Concept, Knowledge, Label, Scheme, Use
from graphkit.model import Kind
from graphkit.tongues import TONGUES

BASE: Final = "https://w3id.org/graphkit/id/"
ROLES: Final = "https://w3id.org/graphkit/role/"
GK: Final = "https://w3id.org/graphkit/ns#"
SCHEME_LIST: Final = f"{BASE}scheme/"
PREFIXES: Final = {
    "gk": GK,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
# The vocabulary and its shapes are no concepts.
SCHEMA_FILES: Final = frozenset({"graphkit.ttl", "shapes.ttl"})

# Property -> field of Concept. The first table takes one id, the second several.
REFERENCES: Final = {
    "gk:capital": "capital",
    "gk:deputyRole": "deputy_role",
    "gk:headRole": "head_role",
    "gk:implies": "implies",
    "gk:memberRole": "member_role",
    "gk:ofCountry": "country",
    "gk:type": "type",
    "org:subOrganizationOf": "part_of",
    "skos:broader": "broader",
}
LISTS: Final = {"gk:members": "members"}
IRIS: Final = {"owl:sameAs": "same_as", "skos:exactMatch": "same_as"}
# For people and other tools; the extractor has no use for them.
UNREAD: Final = frozenset(
    {"gk:alpha3", "gk:plover", "rdfs:comment", "rdfs:label", "skos:definition", "skos:example"}
    | {"skos:inScheme", "skos:note", "skos:related", "skos:scopeNote", "skos:topConceptOf"}
)
PROPERTIES: Final = frozenset(
    {use.value for use in Use}
    | {"gk:ambiguous", "gk:kind", "rdf:type", "skos:notation"}
    | set(REFERENCES) | set(LISTS) | set(IRIS) | UNREAD
)  # fmt: skip
_USES: Final = {use.value: use for use in Use}
_SCHEMES: Final = {scheme.value: scheme for scheme in Scheme}
_KINDS: Final = {kind.value: kind for kind in Kind}
# What stands below takes these from what is broader, unless it says otherwise.
_INHERITED: Final = ("kind", "head_role", "deputy_role", "member_role")


def _find_ontologies() -> Path:
    inside = Path(__file__).parent.parent / "ontologies"  # an installed wheel
    return inside if inside.is_dir() else inside.parent.parent / "ontologies"


ONTOLOGIES: Final = _find_ontologies()


def load_knowledge(*extra: Path) -> Knowledge:
    """Return what the ontologies say; the same object at every call while no file changes.

    ``extra`` are Turtle files, or folders of them, whose concepts are added: a concept
    that is already known gets the further labels.

    :raises OntologyError: if a file is no Turtle, or uses a property or class that the
        vocabulary has not.

    >>> load_knowledge()["country/KZ"].names("kk")[0]
    'Қазақстан'
    """
    files = tuple(find_files(Path(path) for path in extra))
    return _load(files, tuple(file.stat().st_mtime_ns for file in files))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...], changed: tuple[int, ...]) -> Knowledge:
    files = sorted(path for path in ONTOLOGIES.glob("*.ttl") if path.name not in SCHEMA_FILES)
    return make_knowledge([*files, *extra])


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the Turtle files among ``paths`` and in those that are folders.

    :raises OntologyError: if a path does not exist.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.ttl"))
        elif path.exists():
            yield path
        else:
            raise OntologyError(f"{path}: no such file or folder of ontologies")


def make_knowledge(files: Iterable[Path]) -> Knowledge:
    """Read concepts from Turtle files into one Knowledge.

    :raises OntologyError: as ``load_knowledge``.
    """
    drafts: dict[str, _Draft] = {}
    for file in files:
        for subject, predicate, value in read_triples(file):
            if (concept := concept_id(subject)) is None:
                continue
            draft = drafts.get(concept)
            if draft is None:
                draft = drafts[concept] = _Draft(concept, subject, file)
            draft.add(_shorten(predicate), value, file)
    _inherit(drafts)
    return Knowledge(drafts[concept].finish() for concept in sorted(drafts))


def read_triples(file: Path) -> Iterator[tuple[str, str, ox.Literal | ox.NamedNode]]:
    """Yield subject IRI, predicate IRI and object of a Turtle file.

    :raises OntologyError: if the file cannot be read, is no Turtle or has a blank node.
    """
    try:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=BASE):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(
                value, (ox.NamedNode, ox.Literal)
            ):
                raise OntologyError(f"{file}: concepts have no blank nodes; give it an IRI")
            yield subject.value, quad.predicate.value, value
    except SyntaxError as error:
        raise OntologyError(f"{file}:{error.lineno}: not Turtle: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise OntologyError(f"{file}: cannot be read: {error}") from error


@lru_cache(maxsize=4096)
def concept_id(iri: str) -> str | None:
    """Return the id of a concept by its IRI, None for what is no concept.

    >>> concept_id("https://w3id.org/graphkit/role/minister")
    'role/minister'
    """
    if iri.startswith(SCHEME_LIST):
        return None
    if iri.startswith(BASE):
        return iri[len(BASE) :]
    return f"role/{iri[len(ROLES) :]}" if iri.startswith(ROLES) else None


class _Draft:
    """A concept while its triples are read."""

    def __init__(self, concept: str, iri: str, file: Path) -> None:
        name = concept.split("/", 1)[0]
        if name not in _SCHEMES:
            raise _error(file, name, "is no scheme of concepts", _SCHEMES)
        self.id = concept
        self.iri = iri
        self.scheme = _SCHEMES[name]
        self.labels: list[Label] = []
        self.ambiguous: list[str] = []
        self.one: dict[str, str] = {}
        self.many: dict[str, list[str]] = defaultdict(list)
        self.kind: Kind | None = None
        self.notation: str | None = None

    def add(self, name: str, value: ox.Literal | ox.NamedNode, file: Path) -> None:
        """Take over one triple, its property as a prefixed name."""
        if name not in PROPERTIES:
            what = f"is not a property of {'graphkit' if name.startswith('gk:') else 'concepts'}"
            raise _error(file, name, what, PROPERTIES)
        if isinstance(value, ox.Literal):
            self._add_literal(name, value, file)
        else:
            self._add_node(name, value.value, file)

    def _add_literal(self, name: str, value: ox.Literal, file: Path) -> None:
        if use := _USES.get(name):
            text, language = value.value, value.language
            if language is None or language not in TONGUES:
                *tags, last = (f"@{tag}" for tag in TONGUES)
                what = f"of {name} needs a language: {', '.join(tags)} or {last}"
                raise OntologyError(f"{_place(file, text)}: '{text}' {what}")
            self.labels.append(Label(text, language, use))
        elif name == "gk:ambiguous":
            self.ambiguous.append(value.value)
        elif name == "skos:notation":
            self.notation = value.value
        elif name not in UNREAD:
            raise OntologyError(f"{_place(file, name)}: {name} of {self.id} takes a concept")

    def _add_node(self, name: str, iri: str, file: Path) -> None:
        if name in ("gk:kind", "rdf:type"):
            self._add_kind(name, iri, file)
        elif name in IRIS:
            self.many[IRIS[name]].append(iri)
        elif name in REFERENCES or name in LISTS:
            concept = concept_id(iri)
            if concept is None:
                raise OntologyError(
                    f"{_place(file, iri)}: {name} of {self.id}: {iri} is no concept"
                )
            if name in LISTS:
                self.many[LISTS[name]].append(concept)
            else:
                self._add_reference(name, concept, file)
        elif name not in UNREAD:
            raise OntologyError(f"{_place(file, name)}: {name} of {self.id} takes text, not an IRI")

    def _add_reference(self, name: str, concept: str, file: Path) -> None:
        had = self.one.setdefault(REFERENCES[name], concept)
        if had != concept:
            where = _place(file, concept)
            raise OntologyError(f"{where}: {self.id} has two {name}: {had} and {concept}")

    def _add_kind(self, name: str, iri: str, file: Path) -> None:
        local = _shorten(iri).split(":", 1)[-1]
        if local in _KINDS:
            self.kind = _KINDS[local]
        elif name == "gk:kind" or iri.startswith(GK):
            raise _error(file, _shorten(iri), "is not a class", [f"gk:{kind}" for kind in _KINDS])

    def finish(self) -> Concept:
        """Return the concept; labels in the order of the file."""
        return Concept(
            id=self.id,
            iri=self.iri,
            scheme=self.scheme,
            labels=tuple(dict.fromkeys(self.labels)),
            kind=Kind.PERSON if self.scheme is Scheme.PERSON else self.kind,
            notation=self.notation,
            members=tuple(sorted(set(self.many["members"]))),
            same_as=tuple(sorted(set(self.many["same_as"]))),
            ambiguous=tuple(sorted(set(self.ambiguous))),
            **self.one,
        )


def _inherit(drafts: dict[str, _Draft]) -> None:
    for draft in drafts.values():
        at, seen = draft, {draft.id}
        while (broader := drafts.get(at.one.get("broader", ""))) and broader.id not in seen:
            draft.kind = draft.kind or broader.kind
            for field in _INHERITED[1:]:
                if field in broader.one:
                    draft.one.setdefault(field, broader.one[field])
            at = broader
            seen.add(at.id)


@cache
def _shorten(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _place(file: Path, word: str) -> str:
    """Return ``file:line`` of the first line with a word: triples come without their place."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if pattern.search(line):
            return f"{file}:{number}"
    return str(file)


def _error(file: Path, name: str, what: str, allowed: Iterable[str]) -> OntologyError:
    close = difflib.get_close_matches(name, sorted(allowed), n=1)
    hint = f"; did you mean '{close[0]}'?" if close else f"; allowed: {', '.join(sorted(allowed))}"
    return OntologyError(f"{_place(file, name)}: '{name}' {what}{hint}")
