"""A thing in a template: ``{guest:name ins}`` gives a form of it, ``{guest:=he|she}`` agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """``form`` is called with what stands behind the colon: a style and a case."""

    form: Callable[[str, str], str]
    female: bool = False

    def __format__(self, spec: str) -> str:
        if spec.startswith("="):
            return spec[1:].split("|")[self.female]
        style, _, case = spec.partition(" ")
        return self.form(style or "full", case or "nom")


def upper_first(text: str) -> str:
    """Return a sentence with a capital."""
    return text[:1].upper() + text[1:]
