"""Doc -> Extraction: what one release says, with the passages that say it."""

from graphkit.extract.extract import extract

__all__ = ["extract"]
