"""CLDR -> ``ontologies/countries.ttl``: add the names that the file lacks.

Run ``python -m graphkit.knowledge.generate`` after an update of the package ``babel``, which
carries CLDR, the Unicode repository of names. What people wrote into the file is not touched.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from graphkit.knowledge.concepts import Concept, Knowledge, Scheme
from graphkit.knowledge.load import ONTOLOGIES, make_knowledge
from graphkit.tongues import TAGS

COUNTRIES: Final = ONTOLOGIES / "countries.ttl"
# Codes that CLDR names beside those of ISO 3166-1: reserved, grouping and private ones.
_NOT_ISO: Final = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)


def territories() -> Mapping[str, Mapping[str, str]]:
    """Return the ISO 3166-1 codes with CLDR's names by language."""
    from babel import Locale

    found: dict[str, dict[str, str]] = defaultdict(dict)
    for language in TAGS:
        for code, name in Locale.parse(language).territories.items():
            if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_ISO:
                found[code][language] = name
    return found


def find_missing(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Yield code, language and name where CLDR has one that no label of the country gives."""
    for code, names in sorted(territories().items()):
        concept = knowledge.get(f"country/{code}")
        known = _known_names(concept) if concept else set()
        for language, name in names.items():
            if (name.casefold(), language) not in known:
                yield code, language, name


def _known_names(concept: Concept) -> set[tuple[str, str]]:
    return {(label.text.casefold(), label.language) for label in concept.labels}


def add_names(turtle: str, missing: Iterator[tuple[str, str, str]]) -> str:
    """Return the text of ``countries.ttl`` with more names; other lines stay as they are.

    >>> add_names("<country/KZ> a gk:Country ;\\n", iter([("KZ", "en", "Qazaqstan")]))
    '<country/KZ> a gk:Country ;\\n    skos:altLabel "Qazaqstan"@en ;\\n'
    """
    for code, language, name in missing:
        first = f"<country/{code}> a "
        if first not in turtle:
            turtle += f'\n{first}skos:Concept, gk:Country ;\n    skos:notation "{code}" .\n'
        label = f'    skos:altLabel "{name}"@{language} ;\n'
        turtle = re.sub(rf"({re.escape(first)}[^\n]*\n)", rf"\g<1>{label}", turtle, count=1)
    return turtle


def main(file: Path = COUNTRIES) -> None:
    """Rewrite the file and say on stderr what was added."""
    missing = list(find_missing(make_knowledge([file])))
    file.write_text(add_names(file.read_text("utf-8"), iter(missing)), encoding="utf-8")
    for code, language, name in missing:
        print(f"{Scheme.COUNTRY}/{code}: added '{name}'@{language}", file=sys.stderr)


if __name__ == "__main__":
    main()
