"""``graphkit query``."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from graphkit.cli.options import ANSWER_FORMATS


@click.command()
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", metavar="[SPARQL]", required=False)
@click.option("--file", "-f", type=click.File(encoding="utf-8"), help="Read the query from a file.")
@click.option("--named", "-n", metavar="NAME", help="Ask a named query.")
@click.option("--list", "listing", is_flag=True, help="List the named queries and what they take.")
@click.option(
    "--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Give a parameter."
)
@click.option("--format", "format_", type=click.Choice(ANSWER_FORMATS), help="Default: table.")
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS",
    help="Stop the query after this time.",
)  # fmt: skip
@click.option("--explain", is_flag=True, help="Show how the query is read, and what it costs.")
def query(
    folder: Path | None,
    sparql: str | None,
    file: IO[str] | None,
    named: str | None,
    listing: bool,
    params: tuple[str, ...],
    format_: str | None,
    timeout: float | None,
    explain: bool,
) -> None:
    """Ask a graph with SPARQL; the usual prefixes need no declaration.

    DIR is a folder that "build" made, or a file of RDF.

    \b
    Example:
      graphkit query out 'SELECT ?name { ?p a gk:Official ; skos:prefLabel ?name }'
      graphkit query out --named meetings -p left=KZ -p right=GB -p language=ru
      graphkit query --list
    """
    from graphkit.export import format_answer
    from graphkit.graph import Graph
    from graphkit.graph.explain import explain_query

    if listing:
        click.echo(list_queries(), nl=False)
        return
    if folder is None:
        raise click.UsageError("give the folder of a graph, or --list")
    values = read_params(params)
    given = [text for text in (sparql, named, file) if text]
    if len(given) != 1:
        raise click.UsageError("give one of: a query, --file, --named")
    if values and not named:
        raise click.UsageError("--param goes with --named")
    with Graph.open(folder) as graph:
        text = graph.bind(named, values) if named else sparql or (file.read() if file else "")
        if explain:
            click.echo(explain_query(graph, text, timeout=timeout))
            return
        answer = graph.query(text, timeout=timeout)
        form = format_ or ("turtle" if answer.is_graph else "table")
        click.echo(format_answer(answer, form, base_iri=graph.base_iri), nl=False)


def read_params(params: tuple[str, ...]) -> dict[str, str]:
    """Return parameters given as ``name=value``.

    :raises click.UsageError: if one has no ``=``, or is given twice.
    """
    values: dict[str, str] = {}
    for param in params:
        name, mark, value = param.partition("=")
        if not mark:
            raise click.UsageError(f"--param {param}: write it as NAME=VALUE")
        if name in values:
            raise click.UsageError(f"--param {param}: '{name}' is given twice")
        values[name] = value
    return values


def list_queries() -> str:
    """Return the named queries, each with its parameters."""
    from graphkit.graph import list_named

    lines = []
    for query in list_named():
        lines.append(f"{query.name}: {query.summary}")
        for parameter in query.parameters:
            default = f" [{parameter.default}]" if parameter.default else ""
            lines.append(f"    {parameter.name} ({parameter.kind}){default}: {parameter.help}")
    return "\n".join(lines) + "\n"
