"""Dictionary forms of Kazakh names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Span, Token

from graphkit.knowledge import Knowledge, Scheme
from graphkit.languages.capitals import lower_capitals
from graphkit.languages.kazakh.analysis import Reading
from graphkit.languages.kazakh.morphology import ABBREVIATION_LENGTH, FIXED, Morphology
from graphkit.languages.kazakh.names import NameReader, Sort, count_stems, restore
from graphkit.languages.kazakh.suffixes import hyphen_case
from graphkit.languages.kinds import find_kind
from graphkit.model import PLACES, Case, Kind

PLACE_SCHEMES = (Scheme.COUNTRY, Scheme.REGION, Scheme.CITY)
ADJECTIVE_ENDINGS = (
    "лық",
    "лік",
    "дық",
    "дік",
    "тық",
    "тік",
    "шыл",
    "аралық",
    "ғы",
    "гі",
    "қы",
    "кі",
)
# Abstract nouns in the same endings, which do own what follows: «қауіпсіздік комиссиясы».
ABSTRACT_ENDINGS = ("стық", "стік", "сыздық", "сіздік", "шылық", "шілік", "лылық", "лілік")
ADJECTIVES = frozenset("бас жоғарғы жаңа ұлы кіші үлкен орта олий милли тең басты ресми".split())
# Words of a Korean or Chinese name are no longer than this.
SYLLABLE = 4
CLOSERS = frozenset('»”"’)')

STEMS = "graphkit.stems"  # in the Doc's user data; an extension would be found more slowly


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a release tells of its names: how often each stem may occur, and what has been read."""

    stems: Mapping[str, int]
    readings: dict[tuple[str, Sort, bool], Reading] = field(default_factory=dict)


class KazakhGrammar:
    """Kazakh's ``Grammar``; ``labels`` are the casefolded names of the knowledge."""

    until = frozenset[str]()

    def __init__(
        self, nlp: Language, morphology: Morphology, names: NameReader, labels: frozenset[str]
    ) -> None:
        self._nlp = nlp
        self._morphology = morphology
        self._names = names
        self._labels = labels
        self._restored = lru_cache(maxsize=1 << 14)(self._restore_noun)

    def nominative(self, span: Span, kind: Kind | None = None) -> str:
        """Return the dictionary form of a name: only its last word is inflected.

        A body keeps the possessive that its own words call for («Қауымдар палатасы»),
        and loses one that points out of the name («Ұлттық жиналысының», Ұлттық жиналыс).
        """
        words = [token for token in span if not token.is_space]
        if not words:
            return ""
        tail: list[str] = []
        while len(words) > 1 and words[-1].text in CLOSERS:
            tail.insert(0, words.pop().text)
        before = span.doc[words[0].i : words[-1].i].text_with_ws
        kind = find_kind(span, kind)
        name = before + self._restore_last(words, words[-1], kind)
        if kind is Kind.PERSON:
            name = " ".join(map(lower_capitals, name.split()))
        return " ".join(name.split()) + "".join(tail)

    def case(self, span: Span, kind: Kind | None = None) -> Case | None:
        """Return the case of the name's last word."""
        last = next((t for t in reversed(span) if t.text not in CLOSERS and not t.is_space), None)
        if last is None or last.is_punct:
            return None
        kind = find_kind(span, kind)
        if self._is_name(last, kind):
            return self._read_name([t for t in span if t.i <= last.i], kind).case
        given = last.morph.get("Case", [])
        return Case(given[0]) if given else None

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms of a label's words."""
        doc = self._nlp.make_doc(text)
        return tuple(self._morphology.lemma(token.text) for token in doc if not token.is_space)

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first."""
        return self._morphology.candidates(word)

    def _restore_last(self, words: list[Token], last: Token, kind: Kind | None) -> str:
        word = last.text
        if hyphened := hyphen_case(word):
            return hyphened[0]
        if word.isupper() and len(word) <= ABBREVIATION_LENGTH:
            return word
        if not word.replace("-", "").isalpha() or word.casefold() in FIXED:
            return word
        if self._is_name(last, kind):
            return restore(word, self._read_name(words, kind))
        head, hyphen, noun = word.rpartition("-")
        return head + hyphen + self._restored(tuple(t.text_with_ws for t in words[:-1]), noun)

    def _restore_noun(self, words: tuple[str, ...], noun: str) -> str:
        """Return the nominative of a common noun that ends a name behind ``words``."""
        ranked = self._morphology.lexicon.rank(noun)
        reading = next((r for _, r in ranked if r.verb is None), Reading(noun.casefold()))
        if reading.possessor is None:
            return restore(noun, reading, possessed=True)
        bare = restore(noun, reading)
        kept = restore(noun, reading, possessed=True)
        before = "".join(words)
        for form in (kept, bare):
            if (before + form).casefold() in self._labels:
                return form
        return kept if _has_owner(words) else bare

    def _is_name(self, last: Token, kind: Kind | None) -> bool:
        """Say whether a word is a name itself, not a noun that says what is named."""
        if kind is Kind.PERSON:
            return True
        if not last.text[:1].isupper():
            return False
        best = self._morphology.lexicon.rank(last.text)[0][1]
        common = best.possessor == "3" and best.lemma in self._morphology.lexicon
        common = common and best.case is not None
        return not common and (kind is None or kind in PLACES)

    def _read_name(self, words: list[Token], kind: Kind | None) -> Reading:
        last = words[-1]
        doc = last.doc
        evidence: Evidence | None = doc.user_data.get(STEMS)
        if evidence is None:
            evidence = Evidence(count_stems(token.text for token in doc))
            doc.user_data[STEMS] = evidence
        place = kind in PLACES or (kind is None and self._names.is_place(last.text))
        sort = Sort.PLACE if place else Sort.PERSON
        syllables = len(words) > 1 and all(len(token) <= SYLLABLE for token in words[:-1])
        asked = last.text, sort, syllables
        reading = evidence.readings.get(asked)
        if reading is None:
            reading = self._names.read(last.text, sort, evidence.stems, short=syllables)
            evidence.readings[asked] = reading
        return reading


def _has_owner(words: tuple[str, ...]) -> bool:
    """Say whether a noun before the last calls for its possessive: not only adjectives do."""
    for word in words:
        low = word.rstrip().casefold()
        adjective = low in ADJECTIVES or low.endswith(ADJECTIVE_ENDINGS)
        adjective = adjective and not low.endswith(ABSTRACT_ENDINGS)
        if word[0].isalnum() and not adjective:
            return True
    return False


def make_grammar(nlp: Language, knowledge: Knowledge) -> KazakhGrammar:
    """Return the grammar that reads labels with the pipeline's tokenizer and lexicon."""
    morphology = nlp.get_pipe("morphology")
    assert isinstance(morphology, Morphology)
    names = NameReader(morphology.lexicon, _names(knowledge, *PLACE_SCHEMES))
    return KazakhGrammar(nlp, morphology, names, _names(knowledge, *Scheme))


def _names(knowledge: Knowledge, *schemes: Scheme) -> frozenset[str]:
    return frozenset(
        name.casefold() for concept in knowledge.scheme(*schemes) for name in concept.names("kk")
    )
