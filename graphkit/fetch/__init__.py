"""Addresses -> files in a folder: pages fetched politely, for the sources to read."""

from graphkit.fetch.fetch import Fetched, fetch
from graphkit.fetch.manners import Manners

__all__ = ["Fetched", "Manners", "fetch"]
