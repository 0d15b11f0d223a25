"""What a span names, where the caller does not say: by the recogniser's label."""

from __future__ import annotations

from spacy.tokens import Span

from graphkit.model import Kind

LABELS = {
    "PERSON": Kind.PERSON,
    "GPE": Kind.COUNTRY,
    "LOC": Kind.REGION,
    "NORP": Kind.ORGANIZATION,
    "ORG": Kind.ORGANIZATION,
    "FAC": Kind.ORGANIZATION,
    "EVENT": Kind.CONFERENCE,
    "POSITION": Kind.POST,
}


def find_kind(span: Span, kind: Kind | None) -> Kind | None:
    """Return ``kind``, or what the span's label or that of the entity it lies in says."""
    if kind is not None or len(span) == 0:
        return kind
    if span.label_:
        return LABELS.get(span.label_)
    labels = {token.ent_type_ for token in span if token.text[0].isalpha()}
    return LABELS.get(labels.pop()) if len(labels) == 1 else None
