"""Reads the files beside the code: template, interface, styles, words, places of countries."""

from __future__ import annotations

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = files("graphkit.view") / "assets"


@cache
def read_asset(name: str) -> str:
    """Return the text of a file in ``assets/``."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def read_interface() -> str:
    """Return the interface as one script: the modules in ``assets/js`` in the order of their names.

    They share one function scope, so that a page has no global names of ours and the
    browser fetches nothing; the numbers in front say what builds on what.
    """
    modules = sorted(
        (item for item in (_FOLDER / "js").iterdir() if item.name.endswith(".js")),
        key=lambda item: item.name,
    )
    text = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    words = json.dumps(load_words(), ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f'(() => {{\n"use strict";\nconst WORDS = {words};\n{text}\n}})();\n'


@cache
def load_words() -> dict[str, Any]:
    """Return the words of the interface, and names of classes, relations and roles, by language."""
    words: dict[str, Any] = json.loads(read_asset("words.json"))
    return words


@cache
def load_places() -> dict[str, tuple[float, float]]:
    """Return (longitude, latitude) in degrees of each country by its ISO 3166-1 alpha-2 code."""
    rows = csv.DictReader(read_asset("countries.csv").splitlines())
    return {r["code"]: (float(r["longitude"]), float(r["latitude"])) for r in rows}
