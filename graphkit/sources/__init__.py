"""Source -> Releases: files, folders and strings, read into one form."""

from graphkit.sources.count import count_releases
from graphkit.sources.detect import detect_language
from graphkit.sources.read import READERS, read_releases
from graphkit.sources.release import make_release
from graphkit.sources.text import fold_text

__all__ = [
    "READERS",
    "count_releases",
    "detect_language",
    "fold_text",
    "make_release",
    "read_releases",
]
