"""Spans of the model and spans of the rules -> one list without overlap.

The policy, in full:

1. A rule's span wins over a model's that it covers, equals or crosses: rules speak only
   where the text leaves no doubt (initials before a surname, a title before a name, a
   label of the knowledge base).
2. A model's span that covers a rule's and more is a longer name that holds the other
   («Назарбаев Университеті», "University of Kazakhstan"): the model wins. Not when it is
   the name of a person and the rule's too: then the rule knows where the name ends.
3. Between two spans of one origin the longer wins, then the one that begins first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

LABELS = ("PERSON", "GPE", "NORP", "ORG", "POSITION", "LOC", "FAC", "EVENT", "DATE")


def agree(model: Iterable[Span], rules: Iterable[Span]) -> list[Span]:
    """Return the spans that stand, in the order of the text."""
    of_model = longest_first(model)
    of_rules = [
        rule for rule in longest_first(rules) if not any(_is_part(rule, span) for span in of_model)
    ]
    taken = {token.i for rule in of_rules for token in rule}
    stand = of_rules + [span for span in of_model if taken.isdisjoint(token.i for token in span)]
    return sorted(stand, key=lambda span: span.start)


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Return spans without overlap: the longer wins, then the one that begins first."""
    return list(_iter_longest(spans))


def _iter_longest(spans: Iterable[Span]) -> Iterator[Span]:
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (-len(span), span.start, span.label_)):
        tokens = {token.i for token in span}
        if taken.isdisjoint(tokens):
            taken |= tokens
            yield span


def _is_part(rule: Span, span: Span) -> bool:
    """Say whether a rule's span is a part of a longer name that the model sees."""
    covers = span.start <= rule.start and rule.end <= span.end and len(span) > len(rule)
    return covers and not (span.label_ == rule.label_ == "PERSON")
