"""Graph and gold annotations -> precision, recall and F1."""

from graphkit.evaluate.score import score
from graphkit.evaluate.scores import Counts, Scores

__all__ = ["Counts", "Scores", "score"]
