"""The dateline at the head of a release: city, date, agency, then the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit.sources.dates import DATE, iso_date

_CAPITAL = "A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮІҺ"
_PART = rf"(?:[{_CAPITAL}][\w'-]*|де|аль|de|of|la|the)"
_NAME = rf"(?:St\. )?[{_CAPITAL}][\w'-]+(?:[ -]{_PART}){{0,3}}(?!\w)"
_STATE = rf"(?:, (?:D\.C\.|[{_CAPITAL}][\w'-]+))?"
_CITY = rf"(?:(?i:г\.|город|қала) ?)?(?P<city>{_NAME}){_STATE}(?: (?:қаласы|қ\.))?"
_WEEKDAY = (
    r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?i:понедельник|вторник|среда|четверг|"
    r"пятница|суббота|воскресенье|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі), )?"
)
_SIGNED = rf"/[^/\n]{{2,60}}/|\([^()\n]{{2,60}}\)|[{_CAPITAL}]{{3}}[\w.-]*(?: [{_CAPITAL}][\w.-]*)*"
_KNOWN = r"(?i:РИА Новости|Kazinform|ҚазАқпарат|Казинформ|Интерфакс(?:-\w+)?|Reuters|Хабар|Trend)"
_AGENCY = rf"(?:{_SIGNED}|{_KNOWN})"
_DASH = "[-–—―]{1,2}"

# «АСТАНА. 12 наурыз. - », «Астана. 23 февраля. КАЗИНФОРМ - », "LONDON, March 3 — ",
# «АСТАНА, 5 мая. /Пресс-служба/ — », «МОСКВА, 5 мая. /ТАСС/. », «МОСКВА, 5 мая - РИА
# Новости. », «АСТАНА. 12 наурыз. », and such a line by itself.
_END = (
    rf"(?:[.,]? ?{_AGENCY}[.,]? ?(?:{_DASH}|(?<=[/)]\.)|:)"
    rf"|[.,]? ?{_DASH} ?{_KNOWN}[.:]?(?: ?{_DASH})?"
    rf"|[.,]? ?{_DASH}|\.(?= |\Z)|:(?= |\Z)|[.,]?(?=\Z))"
)
_CITY_FIRST = re.compile(rf"{_CITY}(?:[.,:] | \(){_WEEKDAY}(?P<date>{DATE})\)?{_END} *")
_DATE_FIRST = re.compile(rf"{_WEEKDAY}(?P<date>{DATE})[.,]? {_CITY}(?:[.,]? ?{_DASH}|[.]?(?=\Z)) *")
# Without a date only an agency and a dash make it a dateline: «АСТАНА. КАЗИНФОРМ - ».
_NO_DATE = re.compile(rf"{_CITY}(?:[.,] | (?=[(/])| ?{_DASH} ){_AGENCY}[.,]? ?{_DASH} *")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the stretch of its city, its date, and where the text after it begins."""

    city_begin: int
    city_end: int
    date: str | None
    end: int


def find_dateline(line: str) -> Dateline | None:
    """Return the dateline at the begin of a line that holds no look-alikes, or None.

    >>> line = "LONDON, March 3 — The Speaker spoke."
    >>> found = find_dateline(line)
    >>> line[found.city_begin : found.city_end], found.date, line[found.end :]
    ('LONDON', '--03-03', 'The Speaker spoke.')
    """
    for pattern in (_CITY_FIRST, _DATE_FIRST, _NO_DATE):
        match = pattern.match(line)
        if match is None:
            continue
        date = iso_date(match) if pattern is not _NO_DATE else None
        if date is None and pattern is not _NO_DATE:
            continue
        return Dateline(*match.span("city"), date, match.end())
    return None
