"""The reference knows every command and every public name."""

from __future__ import annotations

import pytest
from docs import reference

TEXT = reference.REFERENCE.read_text(encoding="utf-8")
STALE = "run: python tests/docs/reference.py"


@pytest.mark.parametrize("name", [name for name, _ in reference.find_commands(reference.main)])
def test_a_command_stands_in_the_reference(name: str) -> None:
    assert f"### graphkit {name}\n" in TEXT, STALE


@pytest.mark.parametrize("package", reference.PACKAGES)
def test_the_public_names_of_a_package_stand_in_the_reference(package: str) -> None:
    _, _, section = TEXT.partition(f"### {package}\n")
    section = section.partition("\n###")[0]
    for name, _ in reference.find_names(package):
        assert f"- `{name}" in section, f"{package}.{name}: {STALE}"


def test_all_packages_with_public_names_are_in_it() -> None:
    found = {
        f"graphkit.{path.parent.name}"
        for path in (reference.ROOT / "graphkit").glob("*/__init__.py")
    }
    assert found - {"graphkit.cli"} <= set(reference.PACKAGES)
