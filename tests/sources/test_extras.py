from __future__ import annotations

import json

import pytest

from graphkit.errors import SourceError
from graphkit.sources.extras import load_extra


def test_load_extra_gives_the_library() -> None:
    assert load_extra("json", "a.pdf") is json


def test_load_extra_names_the_command_that_installs_it() -> None:
    message = (
        r"a\.pdf: needs the library 'no_such_library', which is not installed;"
        r" run: pip install 'graphkit-press\[sources\]'"
    )
    with pytest.raises(SourceError, match=message):
        load_extra("no_such_library.errors", "a.pdf")
