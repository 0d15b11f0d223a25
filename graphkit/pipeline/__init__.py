"""Sources -> Graph: the one place where the stages meet."""

from graphkit.pipeline.build import build_graph, forget_releases
from graphkit.pipeline.report import BuildReport

__all__ = ["BuildReport", "build_graph", "forget_releases"]
