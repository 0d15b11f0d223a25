"""Turtle files of ``ontologies/`` -> Problems, for whoever edits them."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graphkit.errors import OntologyError
from graphkit.knowledge.concepts import Concept, Knowledge, Scheme, Use
from graphkit.knowledge.load import (
    BASE,
    GK,
    ONTOLOGIES,
    PREFIXES,
    SCHEMA_FILES,
    make_knowledge,
    read_triples,
)
from graphkit.tongues import TAGS

_TERMS: Final = "graphkit.ttl"
_SHAPES: Final = "shapes.ttl"
_DEFINING: Final = tuple(
    PREFIXES["owl"] + name
    for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
)
_REFERENCES: Final = (
    *("country", "part_of", "broader", "type", "capital"),
    *("head_role", "deputy_role", "member_role", "implies"),
)
# Labels of these schemes are not names of one thing: two houses may be called «Сенат»,
# and one word may serve two purposes.
_SHARED: Final = {
    Scheme.BODY: frozenset(Use),
    Scheme.WORD: frozenset({Use.TRIGGER}),
    Scheme.ROLE: frozenset({Use.HEAD, Use.DEPUTY}),
    Scheme.TYPE: frozenset({Use.HEAD, Use.DEPUTY}),
    Scheme.TOPIC: frozenset({Use.TRIGGER}),
}
_LATIN: Final = "A-Za-z"
_CYRILLIC: Final = "А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
_MIXED: Final = re.compile(f"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in the ontologies: where it stands and what to do."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else self.message


def check_ontologies(folder: Path = ONTOLOGIES) -> list[Problem]:
    """Return what is wrong in a folder of ontologies; nothing when all is well.

    A folder without ``graphkit.ttl`` adds to graphkit's own ontologies, and is checked
    together with them, while only what stands in it is reported.

    :raises OntologyError: if the folder has no Turtle file.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise OntologyError(f"{folder}: no Turtle files (*.ttl) to check")
    own = [] if (folder / _TERMS).exists() else sorted(ONTOLOGIES.glob("*.ttl"))
    checked = _Checked(files, own)
    try:
        knowledge = make_knowledge(f for f in [*own, *files] if f.name not in SCHEMA_FILES)
    except OntologyError as error:
        return [Problem("", 0, str(error))]
    found = [*_find_bad_terms(checked), *_find_bad_shapes(checked)]
    for concept in knowledge:
        for message in _find_faults(concept, knowledge):
            found.extend(checked.place(concept, message))
    for concept, message in _find_duplicates(knowledge):
        found.extend(checked.place(concept, message))
    return sorted(set(found))


class _Checked:
    """The files that are checked, and those that they build on."""

    def __init__(self, files: list[Path], own: list[Path]) -> None:
        self.files = files
        self.terms_file = next(f for f in [*files, *own] if f.name == _TERMS)

    @cached_property
    def lines(self) -> dict[str, tuple[str, int]]:
        """Where each concept is described: the lines that begin with its name."""
        found: dict[str, tuple[str, int]] = {}
        pattern = re.compile(r"<([^>\s]+)>|(?:role):(\w+)")
        for file in self.files:
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if match := pattern.match(line):
                    iri, role = match.groups()
                    concept = f"role/{role}" if role else str(iri).removeprefix(BASE)
                    found.setdefault(concept, (str(file), number))
        return found

    def place(self, concept: Concept, message: str) -> Iterator[Problem]:
        """Yield a problem of a concept, unless it stands in none of the files."""
        if concept.id in self.lines:
            yield Problem(*self.lines[concept.id], f"{concept.id}: {message}")


def _find_faults(concept: Concept, knowledge: Knowledge) -> Iterator[str]:
    """Yield what is wrong with one concept by itself."""
    counts = Counter(label.language for label in concept.labels if label.use == Use.PREFERRED)
    for language in TAGS:
        if counts[language] != 1:
            many = "no" if not counts[language] else str(counts[language])
            yield f"has {many} skos:prefLabel in {language}; each language needs one"
    for field in _REFERENCES:
        target = getattr(concept, field)
        if target is not None and target not in knowledge:
            yield f"{field}: {_unknown(target, knowledge)}"
    for member in concept.members:
        if member not in knowledge:
            yield f"members: {_unknown(member, knowledge)}"
    if concept.broader and _is_circular(concept, knowledge):
        yield "stands, through skos:broader, below itself"
    names = {label.text for label in concept.labels}
    for text in concept.ambiguous:
        if text not in names:
            yield f"gk:ambiguous '{text}' is none of its labels"
    for label in concept.labels:
        if _MIXED.search(label.text):
            yield f"'{label.text}' mixes Latin and Cyrillic letters in one word"
        if label.text != " ".join(label.text.split()):
            yield f"'{label.text}' has blanks at its ends or two in a row"


def _unknown(concept: str, knowledge: Knowledge) -> str:
    close = difflib.get_close_matches(concept, [known.id for known in knowledge], n=1)
    return f"there is no {concept}" + (f"; did you mean {close[0]}?" if close else "")


def _is_circular(concept: Concept, knowledge: Knowledge) -> bool:
    seen, at = {concept.id}, knowledge.get(concept.broader)
    while at is not None:
        if at.id in seen:
            return True
        seen.add(at.id)
        at = knowledge.get(at.broader)
    return False


def _find_duplicates(knowledge: Knowledge) -> Iterator[tuple[Concept, str]]:
    """Yield labels that two concepts of one scheme have for one use."""
    having: dict[tuple[str, str, Use, Scheme], list[Concept]] = defaultdict(list)
    for concept in knowledge:
        shared = _SHARED.get(concept.scheme, frozenset())
        for label in concept.labels:
            if label.use not in shared and label.text not in concept.ambiguous:
                having[label.text, label.language, label.use, concept.scheme].append(concept)
    for (text, language, use, _), concepts in having.items():
        for concept in concepts[1:]:
            what = f"'{text}'@{language} is also a {use} of {concepts[0].id}"
            yield concept, f"{what}; take one away, or mark one gk:ambiguous"


def _find_bad_terms(checked: _Checked) -> Iterator[Problem]:
    """Yield terms of graphkit that are used and not declared, or declared without labels."""
    labels: dict[str, set[str]] = defaultdict(set)
    declared = set()
    for subject, predicate, value in read_triples(checked.terms_file):
        if isinstance(value, ox.NamedNode) and value.value in _DEFINING:
            declared.add(subject)
        elif isinstance(value, ox.Literal) and predicate.startswith(PREFIXES["rdfs"]):
            labels[subject].add(f"{predicate.rsplit('#', 1)[1]} in {value.language}")
    for term in sorted(declared if checked.terms_file in checked.files else ()):
        wanted = {f"label in {language}" for language in TAGS} | {"comment in en"}
        if missing := sorted(wanted - labels[term]):
            yield _problem(checked.terms_file, term, f"has no rdfs:{', no rdfs:'.join(missing)}")
    for file in checked.files:
        for term in sorted(_used_terms(file) - declared):
            close = difflib.get_close_matches(term, declared, n=1)
            hint = f"; did you mean 'gk:{close[0][len(GK) :]}'?" if close else ""
            yield _problem(file, term, f"is not declared in {checked.terms_file}{hint}")


def _used_terms(file: Path) -> set[str]:
    found = set()
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=BASE):
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith(GK):
                found.add(term.value)
    return found


def _problem(file: Path, term: str, message: str) -> Problem:
    name = f"gk:{term[len(GK) :]}"
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if re.search(rf"{re.escape(name)}\b", line):
            return Problem(str(file), number, f"'{name}' {message}")
    return Problem(str(file), 1, f"'{name}' {message}")


def _find_bad_shapes(checked: _Checked) -> Iterator[Problem]:
    """Yield what SHACL's own shapes say against ours, by the reference engine."""
    for file in checked.files:
        if file.name != _SHAPES:
            continue
        import rdflib
        from pyshacl import validate
        from pyshacl.errors import ReportableRuntimeError

        shapes = rdflib.Graph().parse(file)
        try:
            validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
        except ReportableRuntimeError as error:
            details = " ".join(str(error).split())
            yield Problem(str(file), 1, f"not valid SHACL: {details}")
