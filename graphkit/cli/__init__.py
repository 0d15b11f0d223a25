"""The command line: options in, one call of the library, text out."""

from graphkit.cli.main import main

__all__ = ["main"]
