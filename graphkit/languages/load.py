"""Release -> Doc: pipelines by language, loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.errors import LanguageError
from graphkit.knowledge import load_knowledge
from graphkit.languages.grammar import Grammar
from graphkit.languages.narration import Narration
from graphkit.languages.syntax import Syntax
from graphkit.model import Release
from graphkit.tongues import TONGUES


def available() -> tuple[str, ...]:
    """Return the codes of the languages that can be read."""
    return tuple(sorted(TONGUES))


@cache
def load_pipeline(language: str) -> Language:
    """Return the pipeline of a language, made at the first call.

    Its components have the same names and order in each language: ``sentences``,
    ``morphology``, ``recognizer``.

    :raises LanguageError: if there is no pipeline for the language.
    """
    package = _find_package(language)
    nlp: Language = import_module(f"{package}.pipeline").make_pipeline(load_knowledge())
    if find_spec(f"{package}.recognizer"):
        import_module(f"{package}.recognizer").add_recognizer(nlp, load_knowledge())
    return nlp


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language.

    :raises LanguageError: if there is no pipeline for the language.
    """
    package = _find_package(language)
    module = import_module(f"{package}.grammar")
    made: Grammar = module.make_grammar(load_pipeline(language), load_knowledge())
    return made


@cache
def syntax(language: str) -> Syntax:
    """Return the word order of a language, as the extractors ask for it.

    :raises LanguageError: if there is no pipeline for the language.
    """
    package = _find_package(language)
    kind = f"{package.rpartition('.')[2].title()}Syntax"
    made: Syntax = getattr(import_module(f"{package}.syntax"), kind)()
    return made


@cache
def narration(language: str) -> Narration:
    """Return how a language tells of events, as the extractors ask for it.

    :raises LanguageError: if there is no pipeline for the language.
    """
    made: Narration = import_module(f"{_find_package(language)}.narration").NARRATION
    return made


def parse(release: Release) -> Doc:
    """Return the Doc of a release's ``reading``.

    :raises LanguageError: if there is no pipeline for the release's language.
    """
    nlp = load_pipeline(release.language)
    return nlp(_make_doc(nlp, release))


def parse_many(
    releases: Iterable[Release], *, batch_size: int = 32
) -> Iterator[tuple[Release, Doc]]:
    """Yield each release with its Doc, in order; faster than one by one.

    :raises LanguageError: if there is no pipeline for a release's language.
    """
    batch: list[Release] = []
    for release in releases:
        if batch and (len(batch) == batch_size or batch[0].language != release.language):
            yield from _parse_batch(batch)
            batch = []
        batch.append(release)
    if batch:
        yield from _parse_batch(batch)


def _parse_batch(batch: list[Release]) -> Iterator[tuple[Release, Doc]]:
    nlp = load_pipeline(batch[0].language)
    docs = nlp.pipe((_make_doc(nlp, release) for release in batch), batch_size=len(batch))
    yield from zip(batch, docs, strict=True)


def _make_doc(nlp: Language, release: Release) -> Doc:
    doc = nlp.make_doc(release.reading)
    doc._.title_end = release.title_end
    return doc


def _find_package(language: str) -> str:
    if language not in TONGUES:
        known = ", ".join(available())
        raise LanguageError(f"no pipeline for language '{language}'; languages are: {known}")
    return TONGUES[language].package
