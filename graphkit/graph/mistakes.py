"""What is wrong with a query -> an error that shows the line and the place.

Oxigraph's parser says where it stopped to read, which may be far behind the mistake, and
all that could have followed there. So brackets and the first word are looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from graphkit.errors import QueryError

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (?s:(.*))")
_EXPECTED: Final = re.compile(r"expected (?:one of )?(?s:(.*))")
_PREFIXED: Final = re.compile(r"([A-Za-z][\w-]*)?:")
_PROLOGUE: Final = re.compile(
    r"(?:\s+|#[^\n]*|prefix\s+[^\s<]*\s*<[^>]*>|base\s*<[^>]*>)*", re.IGNORECASE
)
_FORMS: Final = re.compile(r"(select|ask|construct|describe)\b", re.IGNORECASE)
_UPDATE: Final = re.compile(
    r"(insert|delete|load|clear|drop|create|copy|move|add|with)\b", re.IGNORECASE
)
_TOKEN: Final = re.compile(
    r'''\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|"""(?s:.*?)"""|'{3}(?s:.*?)'{3}'''
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?P<sign>[][(){}"'])"""
)
_CLOSES: Final = {"}": "{", ")": "(", "]": "["}
# What the parser says in words, and what it means.
_SAID: Final = {
    "The SELECT contains a variable that is unbound": (
        "SELECT names a variable that GROUP BY does not; count it, or group by it"
    ),
    "SELECT * is not authorized with GROUP BY": "SELECT * does not go with GROUP BY",
    "Duplicated variable name in SELECT": "SELECT names one variable twice",
}
# The parser lists all that may follow; more than this helps nobody.
_SHOWN: Final = 6
# What could always follow and is hardly ever meant.
_RARE: Final = frozenset({"LATERAL", "SERVICE", "BIND", "OPTIONAL", "NOT", "GRAPH", "MINUS"})


def explain_error(sparql: str, message: str, prefixes: Mapping[str, str]) -> QueryError:
    """Return an error that shows the line and the column where a query is wrong.

    >>> print(explain_error("SELECT ?x {\\n ?x ?p }", "error at 2:8: expected WHERE", {}))
    query:2:8: expected WHERE
     ?x ?p }
           ^
    """
    start = _PROLOGUE.match(sparql)
    begin = start.end() if start else 0
    if _UPDATE.match(sparql, begin):
        return QueryError("a query only reads; change the graph with 'build' and 'forget'")
    found = _PLACE.search(message)
    if not found:
        return QueryError(f"the query cannot be answered: {message}")
    for words, meaning in _SAID.items():
        if words in message:
            return _point(sparql, begin, meaning)
    if "Prefix not found" not in message:
        if not _FORMS.match(sparql, begin):
            return _point(sparql, begin, "a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE")
        mistake = _find_bracket(sparql)
        if mistake:
            return _point(sparql, *mistake)
    line, column = int(found[1]), int(found[2])
    lines = sparql.split("\n")
    offset = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    return _point(sparql, offset, _say_expected(found[3], sparql[:offset], prefixes))


def _find_bracket(sparql: str) -> tuple[int, str] | None:
    """Return the place of the first bracket or quote without its other half."""
    still_open: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(sparql):
        sign, place = token["sign"], token.start()
        if sign is None:
            continue
        if sign in "\"'":
            return place, "this text is never closed"
        if sign not in _CLOSES:
            still_open.append((sign, place))
        elif not still_open or still_open[-1][0] != _CLOSES[sign]:
            if still_open and sign == "}":
                return still_open[-1][1], f"this '{still_open[-1][0]}' is never closed"
            return place, f"this '{sign}' closes nothing"
        else:
            still_open.pop()
    return (
        (still_open[-1][1], f"this '{still_open[-1][0]}' is never closed") if still_open else None
    )


def _point(sparql: str, offset: int, what: str) -> QueryError:
    offset = min(offset, len(sparql))
    line, begin = sparql.count("\n", 0, offset) + 1, sparql.rfind("\n", 0, offset) + 1
    shown, column = sparql[begin:].partition("\n")[0].rstrip("\r"), offset - begin + 1
    return QueryError(f"query:{line}:{column}: {what}\n{shown}\n{' ' * (column - 1)}^")


def _say_expected(message: str, before: str, prefixes: Mapping[str, str]) -> str:
    if "Prefix not found" in message:
        used = _PREFIXED.findall(before)
        name = f"'{used[-1]}:'" if used else "this one"
        known = ", ".join(sorted(prefixes))
        return f"the prefix {name} is not declared; known without PREFIX: {known}"
    found = _EXPECTED.match(message)
    if not found:
        return message
    words = [w.strip() for w in found[1].split(",") if w.strip() and not w.strip().startswith("[")]
    if "ABS" in words or "STR" in words:
        return "expected an expression before this"
    if '"?"' in words:
        return "expected a variable, a name or a value before this"
    if not words or set(words) <= _RARE:
        return "this is not expected here; is something missing, or wrong, before it?"
    return f"expected {' or '.join(words[:_SHOWN])}"
