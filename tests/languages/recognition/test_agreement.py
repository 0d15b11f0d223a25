"""Who wins where the model and the rules overlap."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from graphkit.languages.agreement import agree, longest_first

NLP = spacy.blank("xx")
DOC = Doc(
    NLP.vocab,
    words="Е. Көшербаев Назарбаев Университеті мен Астана қаласында болды".split(),
)


def _span(start: int, end: int, label: str) -> Span:
    return Span(DOC, start, end, label=label)


def _shown(spans: list[Span]) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in spans]


@pytest.mark.parametrize(
    ("model", "rules", "expected"),
    [
        ([(1, 2, "ORG")], [(0, 2, "PERSON")], [("Е. Көшербаев", "PERSON")]),
        ([(5, 6, "PERSON")], [(5, 6, "GPE")], [("Астана", "GPE")]),
        ([(2, 4, "ORG")], [(2, 3, "PERSON")], [("Назарбаев Университеті", "ORG")]),
        ([(0, 3, "PERSON")], [(0, 2, "PERSON")], [("Е. Көшербаев", "PERSON")]),
        (
            [(5, 7, "GPE")],
            [(0, 2, "PERSON")],
            [("Е. Көшербаев", "PERSON"), ("Астана қаласында", "GPE")],
        ),
    ],
    ids=["rule-covers", "same-words", "longer-name", "end-of-name", "apart"],
)
def test_agree_follows_the_policy(
    model: list[tuple[int, int, str]],
    rules: list[tuple[int, int, str]],
    expected: list[tuple[str, str]],
) -> None:
    found = agree([_span(*one) for one in model], [_span(*one) for one in rules])
    assert _shown(found) == expected


def test_longest_first_keeps_the_longer_of_two() -> None:
    found = longest_first([_span(5, 6, "GPE"), _span(5, 7, "GPE"), _span(0, 2, "PERSON")])
    assert sorted(_shown(found)) == [("Астана қаласында", "GPE"), ("Е. Көшербаев", "PERSON")]
