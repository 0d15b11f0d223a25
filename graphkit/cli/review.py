"""``graphkit review``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graphkit.cli.options import graph_folder, many

if TYPE_CHECKING:
    from graphkit.pipeline import Question, Side

Pairs = tuple[tuple[str, str], ...]
_ANSWERS: Final = {"s": "same", "d": "different"}


@click.command()
@graph_folder
@click.option("--same", nargs=2, multiple=True, metavar="LEFT RIGHT", help="These two are one.")
@click.option("--different", nargs=2, multiple=True, metavar="LEFT RIGHT", help="They are two.")
@click.option("--note", default="", help="Why: kept with what --same or --different decides.")
@click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The CSV file of decisions.  [default: decisions.csv in DIR]",
)
@click.option("--list", "listing", is_flag=True, help="Only list, also on a terminal.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def review(
    folder: Path,
    same: Pairs,
    different: Pairs,
    note: str,
    decisions: Path | None,
    listing: bool,
    format_: str,
) -> None:
    """Decide which things that look alike are one.

    Lists what the build proposed and did not join, with the sentences on both sides;
    on a terminal it asks, one by one. LEFT and RIGHT are ids, IRIs or names. Decisions
    outrank every score; the next build into DIR applies them.

    \b
    Example:
      graphkit review out
      graphkit review out --different person/asan-aliev person/asan-aliev-2
    """
    from graphkit.pipeline import find_questions

    given = [("same", *pair) for pair in same] + [("different", *pair) for pair in different]
    if given:
        for judgement, left, right in given:
            _decide(folder, left, right, judgement, decisions, note)
        _say_written(folder, decisions, len(given))
        return
    questions = find_questions(folder, decisions)
    if format_ == "json":
        click.echo(json.dumps([asdict(one) for one in questions], ensure_ascii=False, indent=1))
    elif listing or not (sys.stdin.isatty() and sys.stdout.isatty()):
        for question in questions:
            click.echo(show_question(question))
        click.echo(f"{many(len(questions), 'open proposal')}", err=True)
    else:
        made = ask_questions(folder, questions, decisions)
        _say_written(folder, decisions, made)


def show_question(question: Question) -> str:
    """Return a proposal as text: how sure and why, then both sides with their sentences."""
    lines = [f"{question.score:.2f}  {question.reason}"]
    for side in (question.left, question.right):
        lines.extend(_show_side(side))
    return "\n".join([*lines, ""])


def ask_questions(folder: Path, questions: tuple[Question, ...], decisions: Path | None) -> int:
    """Ask about each proposal on the terminal and return how many were decided.

    Every answer is saved at once, so that stopping loses nothing.
    """
    made = 0
    for number, question in enumerate(questions, start=1):
        click.echo(f"{number} of {len(questions)}\n{show_question(question)}")
        answer = click.prompt(
            "same (s), different (d), later (l), quit (q)",
            type=click.Choice(["s", "d", "l", "q"]), default="l", show_choices=False,
        )  # fmt: skip
        if answer == "q":
            break
        if answer in _ANSWERS:
            left, right = question.left.id, question.right.id
            _decide(folder, left, right, _ANSWERS[answer], decisions, question.reason)
            made += 1
    return made


def _show_side(side: Side) -> list[str]:
    names = f" ({' | '.join(side.names)})" if side.names else ""
    head = f"  {side.id}{names}"
    return [head, *(f"    {one.source} {one.date}: {one.text}" for one in side.sentences)]


def _decide(
    folder: Path, left: str, right: str, judgement: str, decisions: Path | None, note: str
) -> None:
    from graphkit.pipeline import Judgement, decide

    decide(folder, left, right, Judgement(judgement), decisions=decisions, note=note)


def _say_written(folder: Path, decisions: Path | None, count: int) -> None:
    from graphkit.pipeline import DECISIONS

    if count:
        file = decisions or folder / DECISIONS
        click.echo(f"wrote {file}: {many(count, 'decision')}; build again to apply", err=True)
