"""Graph and gold annotations -> precision, recall and F1, and how honest the confidence is."""

from graphkit.evaluate.calibration import Calibration, calibrate
from graphkit.evaluate.score import score
from graphkit.evaluate.scores import Counts, Scores

__all__ = ["Calibration", "Counts", "Scores", "calibrate", "score"]
