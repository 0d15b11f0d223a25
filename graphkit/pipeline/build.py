"""Sources -> parts -> Resolution -> store, so that a kill at any moment loses nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from graphkit.errors import StoreError
from graphkit.graph import Graph, LineFile, make_lines, sort_lines, write_lock
from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.model import Entity, Fact, Release, Source, Told
from graphkit.pipeline.chunks import CHUNK, Done, Job, count_cores, make_chunks, run_chunks
from graphkit.pipeline.known import keep_decisions, keep_known, keep_ontologies
from graphkit.pipeline.parts import (
    FOLDER,
    Known,
    drop_outdated,
    drop_releases,
    fingerprint,
    index_parts,
    read_parts,
    read_texts,
    source_rank,
)
from graphkit.pipeline.report import BuildReport, read_report
from graphkit.pipeline.spool import Spool
from graphkit.pipeline.threshold import leave_out
from graphkit.resolve import Decision, identify, tell_entities, tell_facts
from graphkit.sources import read_releases
from graphkit.vocab import BASE_IRI

STDIN = "-"
Progress = Callable[[str, int], None]
# Gets the lines of a graph, sorted, and the base of its IRIs, as soon as it is stored.
Stored = Callable[[Iterable[str], str], None]
# Runs chunks somewhere, leaves their parts in the folder of the build, says what was done.
Runner = Callable[[Iterable[Job]], Iterator[Done]]


def build_graph(
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    jobs: int | None = None,
    run: Runner | None = None,
    chunk: int = CHUNK,
    base_iri: str | None = None,
    ontologies: Iterable[Path] = (),
    knowledge: Iterable[Path] = (),
    decisions: Path | None = None,
    min_confidence: float | None = None,
    on_progress: Progress | None = None,
    on_skip: Callable[[str], None] | None = None,
    on_stored: Stored | None = None,
) -> BuildReport:
    """Read sources into the graph in ``out``, which is made or brought up to date.

    Only releases that are new or changed are read anew; a release whose source now
    holds another text is replaced. What cannot be read is skipped and named in the report,
    and to ``on_skip`` at once.
    ``jobs`` is the number of processes (default: one for each core); ``run`` takes their
    place (see ``graphkit.cluster``).
    ``knowledge`` are files, or exported graphs, of persons and bodies that mentions are
    linked to; ``min_confidence`` (0 to 1) leaves out what is less sure. Without one of these,
    or ``ontologies``, ``decisions`` or ``base_iri``, the graph keeps what it was built with;
    the decisions that ``graphkit review`` has written into ``out`` count besides.
    ``on_stored`` gets the N-Triples of a graph that has releases, sorted, and its base IRI.

    :raises StoreError: if another process writes into ``out``, or the disk refuses.
    :raises OntologyError: if the ontologies are wrong.
    """
    report, out = BuildReport(), Path(out)
    tell = on_progress or (lambda stage, done: None)
    with write_lock(out):
        report.min_confidence = _threshold_of(out, min_confidence)
        report.base_iri = base = base_iri or _base_of(out)
        known = keep_known(out, knowledge, base)
        extra = (*keep_ontologies(out, ontologies), *known.bodies)
        made_by = fingerprint(extra)
        judged = keep_decisions(out, decisions, base)
        folder = out / FOLDER
        with report.timed("extract"):
            reader = _Reader(index_parts(folder), made_by, report, on_skip)
            work = (
                Job(releases, folder, made_by, extra)
                for releases in make_chunks(reader.read(sources), chunk)
            )
            for done in (run or partial(run_chunks, processes=jobs or count_cores()))(work):
                report.new += len(done.releases)
                for message in done.skipped:
                    report.skip(message, on_skip)
                tell("extract", report.new)
        stale = reader.find_stale()
        report.replaced = len(stale)
        drop_releases(folder, stale)
        if reader.outdated:
            drop_outdated(folder, made_by)
        _update_store(out, report, base, (*extra, *known.persons), judged, tell, on_stored)
    return report


def _base_of(out: Path) -> str:
    try:
        with Graph.open(out) as graph:
            return graph.base_iri
    except StoreError:
        # There is no graph yet, or it is not here: a build at a URL brings its report alone.
        return str(read_report(out).get("base_iri") or BASE_IRI)


def _threshold_of(out: Path, wanted: float | None) -> float:
    kept = read_report(out).get("min_confidence", 0.0) if wanted is None else wanted
    return float(kept)


def forget_releases(
    out: str | Path,
    releases: Iterable[str],
    *,
    base_iri: str | None = None,
    ontologies: Iterable[Path] = (),
    decisions: Path | None = None,
    on_stored: Stored | None = None,
) -> BuildReport:
    """Take releases out of the graph, with all that they alone support.

    A release is given by its id, its IRI, or the source it was read from. Without
    ``ontologies`` and ``decisions`` the graph keeps those that it was built with.
    ``on_stored`` is as in ``build_graph``.

    :raises StoreError: if ``out`` holds no such release, or another process writes.
    """
    report, out = BuildReport(), Path(out)
    with Graph.open(out) as graph:
        base = base_iri or graph.base_iri
    with write_lock(out):
        report.min_confidence, report.base_iri = _threshold_of(out, None), base
        index = index_parts(out / FOLDER)
        gone = {one for name in releases for one in _find_release(name, index, out)}
        report.replaced = len(gone)
        drop_releases(out / FOLDER, gone)
        known = keep_known(out, (), base)
        extra = (*keep_ontologies(out, ontologies), *known.bodies, *known.persons)
        judged = keep_decisions(out, decisions, base)
        _update_store(out, report, base, extra, judged, lambda *_: None, on_stored)
    return report


def _find_release(name: str, index: dict[str, Known], out: Path) -> list[str]:
    short = name.rpartition("release/")[2]
    found = [
        release for release, known in index.items() if name == str(known.source) or short == release
    ]
    if not found:
        raise StoreError(
            f"{out}: has no release '{name}'; give an id, IRI or source as 'graphkit query {out} "
            "--named releases' lists them"
        )
    return found


class _Reader:
    """Reads the sources and lets through what the parts do not hold yet."""

    def __init__(
        self,
        index: dict[str, Known],
        made_by: str,
        report: BuildReport,
        on_skip: Callable[[str], None] | None,
    ) -> None:
        self._index = index
        self._made_by = made_by
        self._report = report
        self._on_skip = on_skip
        self._read: dict[str, Source] = {}
        self.outdated = False  # whether a release is read anew that a part of old holds

    def read(self, sources: Iterable[str | Path]) -> Iterator[Release]:
        """Yield the releases that must be extracted.

        Of two sources with one text the first in alphabetical order counts, so that the
        graph is the same whatever the order of reading.
        """
        for release in read_releases(
            sources, on_error=lambda error: self._report.skip(str(error), self._on_skip)
        ):
            other = self._read.get(release.id)
            if other is not None:
                self._report.duplicates += 1
                if source_rank(other) <= source_rank(release.source):
                    continue
            self._read[release.id] = release.source
            known = self._index.get(release.id)
            if (
                known is not None
                and known.made_by == self._made_by
                and source_rank(known.source) <= source_rank(release.source)
            ):
                self._report.kept += other is None
                continue
            self.outdated |= known is not None
            yield release

    def find_stale(self) -> set[str]:
        """Return the known releases whose sources have been read and hold them no more."""
        read = {source.uri for source in self._read.values()} - {STDIN}
        return {
            release
            for release, known in self._index.items()
            if known.source.uri in read and release not in self._read
        }


def _update_store(
    out: Path,
    report: BuildReport,
    base_iri: str,
    ontologies: tuple[Path, ...],
    judged: tuple[Decision, ...],
    tell: Progress,
    on_stored: Stored | None,
) -> None:
    knowledge = load_knowledge(*ontologies)
    with ExitStack() as held:
        with report.timed("resolve"):
            tell("resolve", report.new + report.kept)
            told = _resolve(index_parts(out / FOLDER), knowledge, judged, report, held)
            _count(told, report)
        with report.timed("store"), Graph.open(out, write=True) as graph:
            tell("store", report.facts)
            lines = LineFile(sort_lines(make_lines(told, knowledge, base_iri=base_iri)))
            held.callback(lines.close)
            change = graph.replace_lines(lines)
            report.triples, base_iri = len(graph), graph.base_iri
        if on_stored is not None and report.releases:
            with report.timed("turtle"):
                on_stored(lines, base_iri)
        report.added, report.removed = change.added, change.removed


@dataclass(frozen=True, slots=True)
class _Spooled:
    """What the releases of an index tell, on disk: only one part is in memory at a time."""

    index: Mapping[str, Known]
    entities: Spool[Entity]
    facts: Spool[Fact]

    @property
    def releases(self) -> Iterator[Release]:
        return read_texts(self.index)


def _resolve(
    index: Mapping[str, Known],
    knowledge: Knowledge,
    judged: tuple[Decision, ...],
    report: BuildReport,
    held: ExitStack,
) -> Told:
    """Read all parts twice: to say what each thing is, and to tell of the things."""
    found = identify(read_parts(index), knowledge, decisions=judged)
    report.proposals = [asdict(one) for one in found.proposals]
    report.warnings += found.unmet
    entities = Spool(tell_entities(read_parts(index), found), Entity)
    held.callback(entities.close)
    facts = Spool(tell_facts(read_parts(index), found, sort=sort_lines), Fact)
    held.callback(facts.close)
    return leave_out(_Spooled(index, entities, facts), knowledge, report.min_confidence)


def _count(told: Told, report: BuildReport) -> None:
    kinds = Counter(entity.kind.value for entity in told.entities)
    report.classes = dict(sorted(kinds.items()))
    languages = Counter(release.language for release in told.releases)
    report.languages = dict(sorted(languages.items()))
    report.releases = languages.total()
    report.facts = sum(1 for _ in told.facts)
