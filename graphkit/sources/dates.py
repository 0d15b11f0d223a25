"""Dates as headers and datelines write them -> ISO 8601, without a year ``--MM-DD``."""

from __future__ import annotations

import datetime
import re
from itertools import chain

_MONTHS = (
    ("қаңтар кантар", "январь января", "january jan"),
    ("ақпан акпан", "февраль февраля", "february feb"),
    ("наурыз", "март марта", "march mar"),
    ("сәуір сауир", "апрель апреля", "april apr"),
    ("мамыр", "май мая", "may"),
    ("маусым", "июнь июня", "june jun"),
    ("шілде шилде", "июль июля", "july jul"),
    ("тамыз", "август августа", "august aug"),
    ("қыркүйек кыркуйек", "сентябрь сентября", "september sept sep"),
    ("қазан казан", "октябрь октября", "october oct"),
    ("қараша караша", "ноябрь ноября", "november nov"),
    ("желтоқсан желтоксан", "декабрь декабря", "december dec"),
)
_MONTH = {word: i for i, row in enumerate(_MONTHS, 1) for word in chain(*map(str.split, row))}
_MONTH_WORD = "(?:" + "|".join(sorted(_MONTH, key=lambda word: (-len(word), word))) + r")\b\.?"
_DAY = r"\d{1,2}(?:-?(?:го|е|ші|шы|нші|ншы|st|nd|rd|th))?"
_KK_YEAR = r"(?:жылғы|жылдың|ж\.)"
_YEAR_AFTER = r"(?:,? (?P<{0}>\d{{4}})(?: (?:жылы?|ж\.?|года?|г\.?)(?!\w))?)?"

# The forms of a date; each has the groups year, month, day under its own number.
_FORMS = (
    rf"(?P<y1>\d{{4}}) {_KK_YEAR} (?P<d1>{_DAY}) (?P<m1>{_MONTH_WORD})",
    rf"(?P<d2>{_DAY})(?: of)? (?P<m2>{_MONTH_WORD}){_YEAR_AFTER.format('y2')}",
    rf"(?P<m3>{_MONTH_WORD}) (?P<d3>{_DAY}){_YEAR_AFTER.format('y3')}",
    r"(?P<y4>\d{4})[-./](?P<m4>\d{1,2})[-./](?P<d4>\d{1,2})",
    r"(?P<d5>\d{1,2})[./](?P<m5>\d{1,2})[./](?P<y5>\d{4})",
    rf"(?P<y6>екі мың(?: \w+){{0,2}}) {_KK_YEAR} (?P<d6>\w+(?: \w+)?) (?P<m6>{_MONTH_WORD})",
    rf"(?P<d7>\w+(?: \w+)?) (?P<m7>{_MONTH_WORD}) "
    r"(?P<y7>две тысячи(?: (?!год)\w+){1,2})(?: года)?",
)
DATE = "(?i:" + "|".join(_FORMS) + ")"
_DATE = re.compile(DATE)

_KK_NUMBERS = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он"]
_RU_STEMS = ["перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят"]
_TEENS = ["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"]
_NUMBER_STEMS = (
    ("двадцат", 20),
    ("тридцат", 30),
    ("жиырма", 20),
    ("отыз", 30),
    *((stem + "надцат", i) for i, stem in enumerate(_TEENS, 11)),
    *((stem, i) for i, stem in enumerate(_KK_NUMBERS, 1)),
    *((stem, i) for i, stem in enumerate(_RU_STEMS, 1)),
)


def parse_date(text: str) -> str | None:
    """Return the date that ``text`` is, or None if it is none.

    >>> parse_date("12 наурыз"), parse_date("March 3, 2026"), parse_date("31 ақпан")
    ('--03-12', '2026-03-03', None)
    >>> parse_date("екі мың жиырма алтыншы жылғы жиырма бірінші мамыр")
    '2026-05-21'
    """
    match = _DATE.match(text)
    return None if match is None else iso_date(match)


def iso_date(match: re.Match[str]) -> str | None:
    """Return the date that a match of ``DATE`` found, or None if there is no such day."""
    parts = match.groupdict()
    form = next((i for i in range(1, len(_FORMS) + 1) if parts[f"d{i}"]), None)
    if form is None:
        return None
    year_text = parts[f"y{form}"]
    year = None if year_text is None else _number(year_text)
    day, month_text = _number(parts[f"d{form}"]), parts[f"m{form}"].rstrip(".").lower()
    month = int(month_text) if month_text.isdigit() else _MONTH[month_text]
    try:
        # A leap year stands in for the missing one, so that 29 February passes.
        found = datetime.date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return f"--{found:%m-%d}" if year is None else found.isoformat()


def normal_date(text: str | None) -> str | None:
    """Return an ISO date for what a header, a page or a record gives as its date.

    >>> normal_date("2026-02-28T09:30:00+05:00"), normal_date("28.02.2026"), normal_date("soon")
    ('2026-02-28', '2026-02-28', None)
    """
    if text is None:
        return None
    found = parse_date(" ".join(text.split()))
    return None if found is None or found.startswith("--") else found


def _number(text: str) -> int:
    """Return the number in digits or in words; 0, which no date has, if it is neither."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    words = text.lower().split()
    total = 0
    if words[1:2] in (["мың"], ["тысячи"]):
        total, words = 2000, words[2:]
    for word in words:
        value = next((value for stem, value in _NUMBER_STEMS if word.startswith(stem)), None)
        if value is None:
            return 0
        total += value
    return total
