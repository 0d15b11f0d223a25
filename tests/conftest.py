"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import factory
import hypothesis
import pytest

from graphkit.model import Resolution

# The same examples in every run, however slow the machine.
hypothesis.settings.register_profile("graphkit", deadline=None, derandomize=True)
hypothesis.settings.load_profile("graphkit")


@pytest.fixture(scope="session")
def story() -> Resolution:
    """The seed's story, resolved by hand over a Kazakh, a Russian and an English release."""
    return factory.make_story()


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the texts and gold annotations kept with the tests."""
    return Path(__file__).parent / "data"
