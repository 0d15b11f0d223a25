"""Code -> ``graphkit/docs/reference.md``: run this file to write it anew."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from graphkit.cli import main

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "graphkit" / "docs" / "reference.md"
PACKAGES = (
    "graphkit", "graphkit.sources", "graphkit.knowledge", "graphkit.languages", "graphkit.extract",
    "graphkit.resolve", "graphkit.graph", "graphkit.pipeline", "graphkit.export", "graphkit.view",
    "graphkit.evaluate", "graphkit.fetch", "graphkit.report", "graphkit.serve", "graphkit.cluster",
)  # fmt: skip


def find_commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield all commands with their full names."""
    for name, command in sorted(group.commands.items()):
        full = f"{path} {name}".strip()
        if isinstance(command, click.Group):
            yield from find_commands(command, full)
        else:
            yield full, command


def write_command(name: str, command: click.Command) -> str:
    """Return the help of a command as a section."""
    context = click.Context(command, info_name=f"graphkit {name}", terminal_width=88)
    context.max_content_width = 88
    return f"### graphkit {name}\n\n```text\n{command.get_help(context)}\n```\n"


def find_names(package: str) -> list[tuple[str, Any]]:
    """Return the public names of a package with what they stand for."""
    module = importlib.import_module(package)
    return [(name, getattr(module, name)) for name in module.__all__]


def write_name(name: str, thing: Any) -> str:
    """Return a public name with the first sentence that its docstring says, as a line."""
    if not (inspect.isclass(thing) or callable(thing)):
        return f"- `{name}`"
    said = (inspect.getdoc(thing) or "").partition("\n")[0]
    plain = inspect.isclass(thing) or not inspect.isfunction(inspect.unwrap(thing))
    taken = "" if plain else f"({', '.join(inspect.signature(thing).parameters)})"
    return f"- `{name}{taken}`: {said}" if said else f"- `{name}{taken}`"


def make_reference() -> str:
    """Return the page."""
    commands = [write_command(name, command) for name, command in find_commands(main)]
    parts = [
        "# Reference",
        "Made from the code by `python tests/docs/reference.py`.",
        "## Commands",
    ]
    parts += [text.rstrip() for text in commands]
    parts.append("## Python")
    for package in PACKAGES:
        lines = "\n".join(write_name(name, thing) for name, thing in find_names(package))
        parts.append(f"### {package}\n\n{lines}")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    REFERENCE.write_text(make_reference(), encoding="utf-8")
