"""A build that is killed at random moments loses nothing and completes to the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.kill import run_kills


@pytest.mark.model
@pytest.mark.slow
def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    tally = run_kills(10, seed=4, folder=tmp_path)
    assert tally.failures == 0
    assert tally.kills == 10
    assert tally.finished >= 1
