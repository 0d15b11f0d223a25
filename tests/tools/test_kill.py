"""A build that is killed at random moments loses nothing and completes to the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.model
@pytest.mark.slow
def test_ten_kills_lose_nothing() -> None:
    # In a process of its own: it forks, and what other tests have opened would not survive that.
    command = [sys.executable, "-m", "tests.tools.kill", "10", "4"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr
    tally = json.loads(done.stdout)
    assert tally["failures"] == 0
    assert tally["kills"] == 10
    assert tally["finished"] >= 1
    assert sum(tally["phases"].values()) == 10
    assert tally["phases"]["store"] + tally["phases"]["write"] >= 1
