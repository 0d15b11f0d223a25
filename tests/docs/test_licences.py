"""Every library that an installation brings may be used under the MIT licence, and is named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# Extras of those who work on graphkit itself: nothing of theirs is given away.
OWN = {"test", "train"}
# Permissive, or (MPL 2.0) asking only that its own changed files stay open.
FREE = {
    "MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "ISC", "PSF-2.0", "Zlib",
    "CC0-1.0", "CNRI-Python", "MPL-2.0", "MPL-1.1", "W3C-20150513", "Unlicense",
}  # fmt: skip
# How libraries write it that do not use the names of SPDX.
SPELLED = {
    "MIT License": "MIT", "MIT license": "MIT", "BSD License": "BSD", "BSD 3-Clause License":
    "BSD-3-Clause", "The BSD 2-Clause License": "BSD-2-Clause", "Apache 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0", "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}  # fmt: skip


def direct() -> list[str]:
    """Return the names of the libraries that pyproject.toml asks for, with its extras."""
    lines = list(PROJECT["dependencies"])
    for extra, wanted in PROJECT["optional-dependencies"].items():
        lines += [] if extra in OWN else wanted
    return sorted({normal(Requirement(line).name) for line in lines})


def normal(name: str) -> str:
    """Return a library's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def find(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


@cache
def all_installed() -> dict[str, Distribution]:
    """Return the direct libraries and all that they bring."""
    waiting, found = direct(), dict[str, Distribution]()
    while waiting:
        name = waiting.pop()
        library = find(name)
        if name in found or library is None:
            continue
        found[name] = library
        for line in library.requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting.append(normal(needed.name))
    return found


def licences(library: Distribution) -> Iterator[str]:
    """Yield what a library says of its licence, best source first."""
    said = library.metadata
    for written in (said.get("License-Expression"), (said.get("License") or "").partition("\n")[0]):
        if written:
            yield SPELLED.get(written, written)
    for line in said.get_all("Classifier") or ():
        if line.startswith("License :: "):
            name = line.rpartition(" :: ")[2]
            yield SPELLED.get(name, name)


def is_free(expression: str) -> bool:
    """Say whether an SPDX expression leaves a choice that is free."""
    choices = expression.replace("(", "").replace(")", "").split(" OR ")
    return any(all(part in FREE for part in choice.split(" AND ")) for choice in choices)


@pytest.mark.parametrize(
    ("expression", "free"),
    [("MIT", True), ("MPL-2.0 AND MIT", True), ("GPL-3.0-only", False),
     ("GPL-2.0-only OR MIT", True), ("MIT AND GPL-3.0-or-later", False)],
)  # fmt: skip
def test_a_licence_is_free_when_one_of_its_choices_is(expression: str, free: bool) -> None:
    assert is_free(expression) is free


@pytest.mark.parametrize("name", sorted(all_installed()))
def test_a_library_may_be_used_under_the_mit_licence(name: str) -> None:
    said = list(licences(all_installed()[name]))
    assert any(is_free(licence) for licence in said), f"{name}: {said}"
    assert not any(re.match(r"A?GPL", licence) for licence in said), f"{name}: {said}"


@pytest.mark.parametrize("name", direct())
def test_a_direct_dependency_is_named_with_its_licence(name: str) -> None:
    _, _, section = README.partition("## Licences")
    named = {normal(word) for word in re.findall(r"[\w.-]+[\w]", section.partition("\n## ")[0])}
    assert name in named


def test_the_data_that_the_package_carries_is_credited() -> None:
    _, _, section = README.partition("## Licences")
    for credit in ("KazNERD", "CC BY 4.0", "public domain", "vis-network"):
        assert credit in section
