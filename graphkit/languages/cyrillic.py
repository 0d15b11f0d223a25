"""Splitting rules that Kazakh and Russian share: initials, quotation marks, dashes.

Hyphens never split a word here: «Вамоши-Надь», «БАӘ-нің», «вице-премьер» are one word each.
"""

from __future__ import annotations

import re

from spacy.lang.char_classes import (
    CONCAT_QUOTES,
    CURRENCY,
    LIST_ELLIPSES,
    LIST_ICONS,
    LIST_PUNCT,
    LIST_QUOTES,
    UNITS,
)
from spacy.lang.tokenizer_exceptions import URL_MATCH


def match_url(text: str) -> re.Match[str] | None:
    """Match addresses as spaCy does, which takes «Й.ван» for one, in ASCII only."""
    return URL_MATCH(text) if text.isascii() else None


# spaCy's own classes lack Қ, Ғ, Ұ and Һ.
LOWER = "a-zа-яёәғқңөұүһіїєґўѓќҳҷӣӯҙҡҫґљњћђџјѕšžćčđа́"
UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐЎЃЌҲҶӢӮҘҠҪҐЉЊЋЂЏЈЅŠŽĆČĐ"
ALPHA = LOWER + UPPER
DASHES = ["–", "—", "―", "−", "--", "---"]

PREFIXES = [
    "§",
    "%",
    "=",
    "№",
    *DASHES,
    r"-(?![0-9])",
    r"\+(?![0-9])",
    *LIST_PUNCT,
    *LIST_ELLIPSES,
    *LIST_QUOTES,
    CURRENCY,
    *LIST_ICONS,
]
SUFFIXES = [
    *LIST_PUNCT,
    *LIST_ELLIPSES,
    *LIST_QUOTES,
    *LIST_ICONS,
    *DASHES,
    rf"(?<=[{ALPHA}0-9{CONCAT_QUOTES}\)\]%])-",
    r"(?<=[0-9])\+",
    rf"(?<=[0-9]){CURRENCY}" if not CURRENCY.startswith("(") else rf"(?<=[0-9])(?:{CURRENCY})",
    rf"(?<=[0-9])(?:{UNITS})",
    # A full stop is a word's own only after an initial («Ж.», «Дж.»).
    rf"(?<=[0-9{LOWER}%²\-\+\)\]{CONCAT_QUOTES}])\.",
    rf"(?<=[{UPPER}][{UPPER}])\.",
]
INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    # «Е.Көшербаев», «Дж.Уитмор»: cut behind the initial's full stop, which stays with it.
    rf"(?<=[{UPPER}]\.)(?=[{UPPER}])",
    rf"(?<=[{UPPER}]\.)(?=(?:фон|ван|де|дер|да|ди|ла|аль|әл|эль|бин|бен)$)",
    rf"(?<=[{UPPER}][{LOWER}]\.)(?=[{UPPER}])",
    # «Қ.-Ж.», «К.-П.» is one token; «министр.Ол» lacks a blank.
    rf"(?<=[{LOWER}][{LOWER}][{LOWER}])\.(?=[{UPPER}])",
    rf"(?<=[{ALPHA}0-9])[,!?;/()\[\]]+(?=[{ALPHA}0-9«\"])(?<![0-9],)",
    rf"(?<=[{ALPHA}])[:<>=](?=[{ALPHA}])",
    r"(?<=[{a}0-9])(?:[{q}])(?=[{a}0-9])".format(a=ALPHA, q='«»„“”"'),
    rf"(?<=[{ALPHA}0-9»\"”])(?:—|--|―)(?=[{ALPHA}0-9«\"“])",
    rf"(?<=[{ALPHA}»\"”])–(?=[{ALPHA}«\"“])",
    r"(?<=[»\"”])-(?=[«\"“])",
]
