"""Labels in a text: found whatever their inflection, and chosen without overlap."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.extract.lexicon import Hit, Lexicon, without_overlap
from graphkit.extract.senses import NO_SENSES
from graphkit.knowledge import Concept, Label, Scheme, Use, load_knowledge
from graphkit.languages import grammar, parse
from graphkit.languages.document import Document
from graphkit.sources import make_release

LENGTH = 12
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 4)).map(
        lambda pair: (pair[0], min(LENGTH, pair[0] + pair[1]))
    ),
    max_size=14,
    unique=True,
)
RANKS = st.dictionaries(st.integers(0, LENGTH - 1), st.integers(0, 6))


def hits(*spans: tuple[int, int]) -> list[Hit]:
    return [Hit(start, end, NO_SENSES) for start, end in spans]


def spans(found: list[Hit]) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in found]


def even(hit: Hit) -> int:
    return 0


def covered(found: list[Hit]) -> int:
    return sum(len(hit) for hit in found)


def greedy(found: list[Hit]) -> list[Hit]:
    """Take the longest hits first, as most matchers do."""
    taken: set[int] = set()
    chosen = []
    for hit in sorted(found, key=lambda h: (-len(h), h.start)):
        tokens = set(range(hit.start, hit.end))
        if taken.isdisjoint(tokens):
            taken |= tokens
            chosen.append(hit)
    return chosen


@pytest.mark.parametrize(
    ("given_spans", "chosen"),
    [
        ([(0, 2), (1, 4), (3, 6)], [(0, 2), (3, 6)]),
        ([(0, 1), (1, 2), (0, 2)], [(0, 2)]),
        ([(0, 3), (2, 7), (6, 9)], [(0, 3), (6, 9)]),
        ([(0, 2), (2, 4)], [(0, 2), (2, 4)]),
        ([], []),
    ],
    ids=["two-outweigh-the-middle", "one-long-piece", "ends-outweigh-the-rest", "beside", "none"],
)
def test_hits_that_cover_most_in_few_pieces_are_chosen(
    given_spans: list[tuple[int, int]], chosen: list[tuple[int, int]]
) -> None:
    assert spans(without_overlap(hits(*given_spans), rank=even)) == chosen


def test_of_equal_coverings_the_smaller_rank_wins() -> None:
    found = hits((0, 2), (1, 3))
    assert spans(without_overlap(found, rank=lambda h: h.start)) == [(0, 2)]
    assert spans(without_overlap(found, rank=lambda h: 3 - h.start)) == [(1, 3)]


@given(SPANS, RANKS)
def test_chosen_hits_never_overlap_and_stand_in_order(
    given_spans: list[tuple[int, int]], ranks: dict[int, int]
) -> None:
    chosen = without_overlap(hits(*given_spans), rank=lambda h: ranks.get(h.start, 0))
    assert all(a.end <= b.start for a, b in pairwise(chosen))
    assert set(spans(chosen)) <= set(given_spans)


@given(SPANS)
def test_chosen_hits_weigh_at_least_what_the_longest_first_weigh(
    given_spans: list[tuple[int, int]],
) -> None:
    found = hits(*given_spans)
    chosen, usual = without_overlap(found, rank=even), greedy(found)
    assert covered(chosen) - len(chosen) / 2 >= covered(usual) - len(usual) / 2


@given(SPANS, st.randoms())
def test_the_order_of_the_hits_does_not_matter(
    given_spans: list[tuple[int, int]], chance: random.Random
) -> None:
    shuffled = list(given_spans)
    chance.shuffle(shuffled)
    assert without_overlap(hits(*shuffled), rank=even) == without_overlap(
        hits(*given_spans), rank=even
    )


class Lower:
    """A grammar for words that do not decline, as far as a lexicon asks."""

    def lemmas(self, text: str) -> tuple[str, ...]:
        return tuple(text.casefold().split())

    def candidates(self, word: str) -> tuple[str, ...]:
        return (word.casefold(),)


def concept(name: str, *labels: tuple[str, Use]) -> Concept:
    return Concept(name, name, Scheme.BODY, tuple(Label(text, "en", use) for text, use in labels))


def find(text: str, *concepts: Concept) -> list[tuple[str, str]]:
    """Return the words that are found and the concepts that they may mean."""
    words = text.split()
    doc = Document(Doc(Vocab(), words=words, lemmas=[w.casefold() for w in words]))
    lexicon = Lexicon(concepts, "en", Lower())  # type: ignore[arg-type]
    return [
        (doc.text_of(hit.start, hit.end), sense.concept.id)
        for hit in lexicon.find(doc)
        for sense in hit.senses
    ]


def test_the_longest_label_comes_first_and_shorter_ones_after_it() -> None:
    house = concept("house", ("House", Use.PREFERRED))
    lords = concept("lords", ("House of Lords", Use.PREFERRED))
    assert find("The House of Lords", house, lords) == [
        ("House of Lords", "lords"),
        ("House", "house"),
    ]


def test_one_label_of_two_concepts_has_two_senses() -> None:
    here, there = (concept(name, ("Senate", Use.PREFERRED)) for name in ("here", "there"))
    assert find("the Senate", here, there) == [("Senate", "here"), ("Senate", "there")]


def test_an_abbreviation_keeps_its_capitals() -> None:
    who = concept("who", ("WHO", Use.ABBREVIATION))
    assert find("the WHO", who) == [("WHO", "who")]
    assert find("those who came", who) == []


def test_a_label_that_is_no_abbreviation_is_found_in_any_case() -> None:
    assert find("the SENATE", concept("senate", ("Senate", Use.PREFERRED))) == [
        ("SENATE", "senate")
    ]


def test_labels_of_other_languages_are_not_looked_for() -> None:
    other = Concept("x", "x", Scheme.BODY, (Label("Senat", "kk", Use.PREFERRED),))
    assert find("Senat", other) == []


def test_senses_are_looked_up_by_the_lemmas_of_a_label() -> None:
    lords = concept("lords", ("House of Lords", Use.PREFERRED))
    lexicon = Lexicon([lords], "en", Lower())  # type: ignore[arg-type]
    assert [s.label for s in lexicon.lookup(("house", "of", "lords"))] == [lords.labels[0]]
    assert lexicon.lookup(("house", "of")) == ()
    assert lexicon.lookup(("senate",)) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Қазақстандағы сайлау", "country/KZ"),
        ("kk", "Ұлттық жиналыстар палатасының Лордтар палатасымен", "body/gb/house-of-lords"),
        ("ru", "в Палате лордов", "body/gb/house-of-lords"),
        ("ru", "между Казахстаном и Германией", "country/DE"),
        ("en", "Kazakhstan's embassies", "country/KZ"),
    ],
)
def test_inflected_labels_are_found(language: str, text: str, expected: str) -> None:
    doc = Document(parse(make_release(text, language=language)))
    lexicon = Lexicon(load_knowledge(), language, grammar(language))
    assert expected in {s.concept.id for hit in lexicon.find(doc) for s in hit.senses}
