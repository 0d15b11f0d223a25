"""Made-up releases in three languages with gold: a test tool, no part of the product."""

from .write import Corpus, make_corpus, make_stories, write_corpus

__all__ = ["Corpus", "make_corpus", "make_stories", "write_corpus"]
