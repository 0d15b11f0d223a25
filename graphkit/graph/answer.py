"""What a query gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import pyoxigraph as ox

from graphkit.graph.terms import Term, local_name, value_of

if TYPE_CHECKING:
    import pandas as pd


class Row(tuple[Term | None, ...]):
    """One solution: a tuple of terms that also takes the names of variables.

    >>> row = Row.make({"name": 0}, (ox.Literal("Астана", language="kk"),))
    >>> row["name"] == row[0]
    True
    """

    __slots__ = ()
    _places: ClassVar[Mapping[str, int]] = {}

    @classmethod
    def make(cls, places: Mapping[str, int], terms: Iterable[Term | None]) -> Row:
        """Return a row whose variables stand at ``places``."""
        return _row_of(tuple(places))(terms)

    def __reduce__(self) -> tuple[Any, ...]:
        return Row.make, (dict(self._places), tuple(self))

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(self._places[key] if isinstance(key, str) else key)


@lru_cache(maxsize=256)
def _row_of(variables: tuple[str, ...]) -> type[Row]:
    """Return the class of the rows with some variables: they then hold nothing but terms."""
    places = {name: place for place, name in enumerate(variables)}
    return type("Row", (Row,), {"__slots__": (), "_places": places})


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of one query: rows of terms, a yes or no, or triples.

    Iterating gives the rows of a SELECT; a CONSTRUCT or DESCRIBE ``is_graph`` and has its
    ``triples``. As a truth value an ASK is its answer, everything else says whether it
    holds anything.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    triples: tuple[ox.Triple, ...] = ()
    is_graph: bool = False

    def __len__(self) -> int:
        return len(self.triples) if self.is_graph else len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        return len(self) > 0 if self.boolean is None else self.boolean

    def to_dicts(self) -> list[dict[str, str | None]]:
        """Return the rows as plain texts by variable.

        >>> Answer(("n",), (Row((ox.Literal("Астана", language="ru"),)),)).to_dicts()
        [{'n': 'Астана'}]
        """
        return [dict(zip(self.variables, map(_plain, row), strict=True)) for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame of plain texts.

        :raises ImportError: if pandas is not installed.
        """
        import pandas as pd

        return pd.DataFrame(self.to_dicts(), columns=list(self.variables))

    def _repr_html_(self) -> str:
        """Return the table that a notebook shows."""
        if self.boolean is not None:
            return "yes" if self.boolean else "no"
        if self.is_graph:
            return f"<pre>{escape(chr(10).join(sorted(f'{t} .' for t in self.triples)))}</pre>"
        head = "".join(f"<th>{escape(name)}</th>" for name in self.variables)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(show(term))}</td>" for term in row) + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _plain(term: Term | None) -> str | None:
    return None if term is None else value_of(term)


def show(term: Term | None, *, full: bool = False) -> str:
    """Return a term as people read it: the text of a literal, the last part of an IRI.

    >>> show(ox.NamedNode("https://w3id.org/graphkit/id/country/KZ"))
    'KZ'
    """
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode) and not full:
        return local_name(term.value)
    return str(_plain(term))


def make_answer(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
) -> Answer:
    """Read all results of pyoxigraph into an Answer."""
    if isinstance(results, ox.QueryBoolean):
        return Answer(boolean=bool(results))
    if isinstance(results, ox.QueryTriples):
        return Answer(triples=tuple(results), is_graph=True)
    variables = tuple(variable.value for variable in results.variables)
    return Answer(variables, tuple(map(_row_of(variables), results)))
