"""Every command line and Python block of the README and the docs runs, in the order of the page.

A block after the comment ``<!-- not run: … -->`` is left out, and so are the parts of a
line that install packages. Where a console block shows an answer, the command gives that.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "graphkit" / "docs").glob("*.md")))
RUN = ("sh", "console", "python")
NOT_RUN = re.compile(r"<!-- not run: .+ -->")
# What installs, or starts another run of the tests.
INSTALLS = re.compile(r"\b(python3 -m venv|pip install|pytest)\b")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and whether it is to run."""

    language: str
    text: str
    runs: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A command and what the page shows of its answer, if it does."""

    command: str
    answer: str = ""


def find_blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    language, lines, before = "", list[str](), ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```") and not language:
            language, lines = line[3:].strip() or "none", []
        elif line.startswith("```"):
            yield Block(language, "\n".join(lines), not NOT_RUN.search(before))
            language, before = "", ""
        elif language:
            lines.append(line)
        elif line.strip():
            before = line


def find_steps(block: Block) -> Iterator[Step]:
    """Yield the commands of a shell block."""
    if block.language == "sh":
        yield Step(block.text)
        return
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, answer = part.partition("\n")
        yield Step(command, answer.strip("\n"))


def clean(command: str) -> str:
    """Return a command without what installs, run by the interpreter of the tests."""
    lines = []
    for line in command.replace(".venv/bin/", "").splitlines():
        parts = [part for part in line.split(" && ") if not INSTALLS.search(part)]
        lines.append(" && ".join(parts))
    return "\n".join(lines)


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a new user: a command ``graphkit``, and nothing to ask."""
    tool = tmp_path / "bin" / "graphkit"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m graphkit "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "work").mkdir()
    for name in ("seeds", "tests", "ontologies"):
        (tmp_path / "work" / name).symlink_to(ROOT / name)
    path = os.pathsep.join([str(tool.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "WORK": str(tmp_path / "work")}


def run(command: list[str], shell: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder of the new user."""
    return subprocess.run(
        command, env=shell, cwd=shell["WORK"], capture_output=True, text=True, check=False
    )


def clone(shell: dict[str, str]) -> None:
    """Put a copy of the code and the ontologies there, for a page that adds to them."""
    work = Path(shell["WORK"])
    (work / "ontologies").unlink()
    for name in ("graphkit", "ontologies"):
        shutil.copytree(ROOT / name, work / name, ignore=shutil.ignore_patterns("__pycache__"))
    shell["PYTHONPATH"] = str(work)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_each_block_says_what_it_is_in(page: Path) -> None:
    for block in find_blocks(page):
        known = (*RUN, "none", "text", "turtle")
        assert block.language in known, f"{page.name}: {block.text[:60]}"


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_blocks_of_a_page_run(page: Path, shell: dict[str, str]) -> None:
    if page.stem == "new-language":
        clone(shell)
    blocks = [block for block in find_blocks(page) if block.runs and block.language in RUN]
    for block in blocks:
        if block.language == "python":
            done = run([sys.executable, "-W", "error", "-c", block.text], shell)
            assert done.returncode == 0, f"{block.text}\n{done.stderr}"
            continue
        for step in find_steps(block):
            done = run(["bash", "-ec", clean(step.command)], shell)
            assert done.returncode == 0, f"{step.command}\n{done.stderr}"
            if step.answer:
                assert done.stdout.split() == step.answer.split(), step.command
