"""The command group: the one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from graphkit.cli.build import build
from graphkit.cli.completion import completion
from graphkit.cli.diff import diff
from graphkit.cli.evaluate import evaluate
from graphkit.cli.export import export
from graphkit.cli.fetch import fetch
from graphkit.cli.forget import forget
from graphkit.cli.ontologies import ontologies
from graphkit.cli.push import push
from graphkit.cli.query import query
from graphkit.cli.reconcile import reconcile
from graphkit.cli.report import report
from graphkit.cli.review import review
from graphkit.cli.serve import serve
from graphkit.cli.stats import stats
from graphkit.cli.validate import validate
from graphkit.cli.view import view
from graphkit.errors import GraphkitError

COMMANDS = (
    build, completion, diff, evaluate, export, fetch, forget, ontologies, push, query, reconcile,
    report, review, serve, stats, validate, view,
)  # fmt: skip


class Group(click.Group):
    """Turns what the library raises into one line on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GraphkitError as error:
            click.echo(f"graphkit: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # The reader has gone (`graphkit query … | head`): that is no error of ours.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            # A temporary file that finds no room, too many open files: nothing to trace in here.
            where = f"{error.filename}: " if error.filename else ""
            why = error.strerror or str(error)
            click.echo(f"graphkit: {where}the system refuses to read or write: {why}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("graphkit: stopped; the same command goes on where it was", err=True)
            ctx.exit(130)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="graphkit-press", prog_name="graphkit")
def main() -> None:
    """Turn press releases in Kazakh, Russian and English into a knowledge graph.

    \b
    Example:
      graphkit build seeds --out out
      graphkit query out --named posts -p country=KZ
    """


for command in COMMANDS:
    main.add_command(command)
