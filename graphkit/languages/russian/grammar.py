"""Dictionary forms of Russian names."""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Span, Token

from graphkit.knowledge import NAMES, Knowledge, Use
from graphkit.languages.capitals import lower_capitals
from graphkit.languages.kinds import find_kind
from graphkit.languages.russian import lemmas, phrases
from graphkit.languages.russian.declension import FIXED
from graphkit.languages.russian.lemmas import Lemmatizer
from graphkit.languages.russian.morphology import Morphology
from graphkit.languages.russian.names import PREPOSITIONS, Choice, read_person, title_cases
from graphkit.model import Case, Kind

# How far before a name the noun that it stands by may be («министром иностранных дел …»).
TITLE_WINDOW = 14
PLACE_PREPOSITIONS = {
    "в": {Case.LOC, Case.ACC},
    "во": {Case.LOC, Case.ACC},
    "на": {Case.LOC, Case.ACC},
    "из": {Case.GEN},
    "до": {Case.GEN},
    "по": {Case.DAT},
    "за": {Case.ACC, Case.INS},
    "над": {Case.INS},
    "перед": {Case.INS},
}
ALL_PREPOSITIONS = {
    word: frozenset(cases) for word, cases in {**PLACE_PREPOSITIONS, **PREPOSITIONS}.items()
}
USES = (*NAMES, Use.HIDDEN)
ACTING = frozenset({"и.о.", "врио", "вр.и.о.", "обязанности", "обязанностей"})
JOINERS = frozenset({",", "и"})
ENDS = frozenset({".", "!", "?", ";", ":", "«", "(", ")"})
# Verbs that take a person as their object, whose name follows them at once.
TRANSITIVE = frozenset(
    """
    поздравить принять принимать назначить избрать заверить поблагодарить проинформировать
    встретить представить наградить посетить пригласить освободить приветствовать
    """.split()
)

CAPITALS = "graphkit.capitals"  # in the Doc's user data; an extension would be found more slowly


class RussianGrammar:
    """Russian's ``Grammar``; ``labels`` are the casefolded names of the knowledge."""

    until = frozenset({"по"})

    def __init__(self, nlp: Language, lemmatizer: Lemmatizer, labels: frozenset[str]) -> None:
        self._nlp = nlp
        self._lemmatizer = lemmatizer
        self._labels = labels
        self._restored = lru_cache(maxsize=1 << 14)(self._restore_once)

    def nominative(self, span: Span, kind: Kind | None = None) -> str:
        """Return the dictionary form of a name.

        A person's words share one case and gender, which the noun before the name and
        the other forms in the release help to find; of other names the head noun
        and its adjectives change, genitive complements stay.
        """
        tokens = [token for token in span if not token.is_space]
        if not tokens:
            return ""
        if _is_person(span, kind):
            words = tuple(map(lower_capitals, _read(span, tokens).words))
        else:
            words, _ = self._restore(span, tokens)
        parts = (
            word + (" " if token.whitespace_ or _before_space(token) else "")
            for word, token in zip(words, tokens, strict=True)
        )
        return "".join(parts).strip()

    def case(self, span: Span, kind: Kind | None = None) -> Case | None:
        """Return the case of a person's name, or of the head noun of another."""
        tokens = [token for token in span if not token.is_space]
        if tokens and _is_person(span, kind):
            return _read(span, tokens).case
        return self._restore(span, tokens)[1] if tokens else None

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms of a label's words."""
        doc = self._nlp.make_doc(text)
        return tuple(
            self._lemmatizer.candidates(token.text)[0] for token in doc if not token.is_space
        )

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first."""
        return self._lemmatizer.candidates(word)

    def _restore(self, span: Span, tokens: list[Token]) -> tuple[tuple[str, ...], Case | None]:
        before = span.doc[span.start - 1].lower_ if span.start else ""
        cases = ALL_PREPOSITIONS.get(before, frozenset())
        return self._restored(tuple(token.text for token in tokens), cases)

    def _restore_once(
        self, words: tuple[str, ...], cases: frozenset[Case]
    ) -> tuple[tuple[str, ...], Case | None]:
        return phrases.restore(words, self._labels, cases)


def _is_person(span: Span, kind: Kind | None) -> bool:
    if (kind := find_kind(span, kind)) is not None:
        return kind is Kind.PERSON
    words = [token for token in span if not token.is_space]
    if any(token.text.endswith(".") and len(token) <= 3 for token in words):
        return True
    if len(words) < 2 or not all(t.text[:1].isupper() or t.lower_ in FIXED for t in words):
        return False
    return not any(_is_common(token.text) for token in words)


def _is_common(word: str) -> bool:
    """Say whether a word is a noun or adjective of the dictionary, not a name of a person."""
    readings = [reading for reading in lemmas.parses(word) if reading.is_known]
    people = ("Name", "Surn", "Patr")
    return bool(readings) and not any(mark in r.tag for r in readings for mark in people)


def _read(span: Span, tokens: list[Token]) -> Choice:
    doc = span.doc
    seen: frozenset[str] | None = doc.user_data.get(CAPITALS)
    if seen is None:
        seen = frozenset(t.lower_ for t in doc if t.text[:1].isupper())
        doc.user_data[CAPITALS] = seen
    return _read_once(tuple(token.text for token in tokens), _context(span), seen)


# Asked for the name, its case and its number: once for all of them.
@lru_cache(maxsize=1 << 10)
def _read_once(words: tuple[str, ...], cases: frozenset[Case], seen: frozenset[str]) -> Choice:
    return read_person(words, cases, seen)


def _context(span: Span) -> frozenset[Case]:
    """Return the cases that what stands before a name allows: its title or preposition."""
    doc, i = span.doc, span.start - 1
    if i >= 0 and doc[i].lower_ in PREPOSITIONS:
        return frozenset(PREPOSITIONS[doc[i].lower_])
    found: frozenset[Case] = frozenset()
    while i >= 0 and i >= span.start - TITLE_WINDOW:
        token = doc[i]
        if token.text == "»":  # «руководитель группы дружбы «Турция – Казахстан» Имя»
            i = next((j for j in range(i, max(i - TITLE_WINDOW, -1), -1) if doc[j].text == "«"), 0)
            i -= 1
            continue
        if token.lemma_ in TRANSITIVE and i == span.start - 1:
            return frozenset({Case.ACC})
        if token.text in ENDS or "Fin" in token.morph.get("VerbForm", []):
            break
        if found and token.lower_ in JOINERS:
            break
        if token.lower_ in ACTING:  # «и.о. министра» leaves the name's case open
            return frozenset()
        # All titles of the chain: «с первым заместителем министра …» may mean either.
        found |= title_cases(token.text)
        i -= 1
    return found


def _before_space(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().is_space


def make_grammar(nlp: Language, knowledge: Knowledge) -> RussianGrammar:
    """Return the grammar that reads labels with the pipeline's tokenizer."""
    labels = frozenset(
        name.casefold() for concept in knowledge for name in concept.names("ru", *USES)
    )
    morphology = nlp.get_pipe("morphology")
    assert isinstance(morphology, Morphology)
    return RussianGrammar(nlp, morphology.lemmatizer, labels)
