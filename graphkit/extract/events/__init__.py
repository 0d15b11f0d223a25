"""Sentences -> events with who took part, where and when."""

from graphkit.extract.events.reading import claim_events

__all__ = ["claim_events"]
