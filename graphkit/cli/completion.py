"""``graphkit completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete commands and options.

    \b
    Example:
      graphkit completion bash >> ~/.bashrc
    """
    kind = get_completion_class(shell)
    if kind is not None:
        root = ctx.find_root()
        click.echo(kind(root.command, {}, "graphkit", "_GRAPHKIT_COMPLETE").source())
