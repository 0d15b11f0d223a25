"""``graphkit build``."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.options import decisions_file, further_ontologies, many, quiet
from graphkit.cli.progress import BuildProgress
from graphkit.cli.store import Target, store_options
from graphkit.errors import GraphkitError

if TYPE_CHECKING:
    from graphkit.graph import Change
    from graphkit.pipeline import BuildReport


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--out", "-o", required=True, metavar="DIR", help="The folder, or its URL (s3://bucket/graph)."
)
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), help="Processes to read with.  [default: the cores]"
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Read on the workers of a Dask scheduler (tcp://host:8786).",
)
@click.option("--base-iri", help="What the IRIs of the data begin with.")
@further_ontologies
@click.option(
    "--knowledge",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Persons and bodies of your own to link to: RDF with SKOS, FOAF or schema.org names, "
    "or an exported graph.  [default: as the graph was built]",
)
@decisions_file
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    help="Leave out assertions that are less sure.  [default: as the graph was built, or 0]",
)
@store_options(required=False)
@click.option("--page/--no-page", default=True, help="Write graph.html, or not.")
@click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to which the run adds what it does and skips, with the time.",
)
@quiet
@click.pass_context
def build(
    ctx: click.Context,
    sources: tuple[str, ...],
    out: str,
    jobs: int | None,
    cluster: str | None,
    base_iri: str | None,
    ontologies: tuple[Path, ...],
    knowledge: tuple[Path, ...],
    decisions: Path | None,
    min_confidence: float | None,
    target: Target | None,
    page: bool,
    log: Path | None,
    quiet: bool,
) -> None:
    """Read releases into the graph in a folder, or bring that graph up to date.

    SOURCE is a file, a folder of them, the URL of either (s3://, hdfs://, gs://, file://),
    or - for standard input. Read are texts (.txt .md),
    saved pages (.html), tables (.jsonl .json .csv .tsv .parquet), feeds (.xml .rss .atom),
    mail (.eml), documents (.docx .pdf), web archives (.warc), and .gz and .zip of these.
    The folder then holds graph.ttl, graph.html, report.json and the store. Only what is
    new or changed is read; after an interruption the same command goes on. With --store
    the graph is then brought to a SPARQL server, as by "graphkit push".

    \b
    Example:
      graphkit build seeds --out out
      cat release.txt | graphkit build - --out out
      graphkit build s3://bucket/archive --out s3://bucket/graph
      graphkit build archive --cluster tcp://head:8786 --out s3://bucket/graph
    """
    if target is not None:
        target.check()  # better now than after hours
    progress = BuildProgress(quiet, log, lambda: _count(sources))
    options = {"base_iri": base_iri} if base_iri else {}
    try:
        report, pushed = _build(
            sources, out, cluster, target, jobs=jobs, ontologies=ontologies, knowledge=knowledge,
            decisions=decisions, min_confidence=min_confidence, page=page, on_progress=progress,
            on_skip=progress.skip, **options,
        )  # fmt: skip
    except BaseException as error:
        progress.note(f"ended by {type(error).__name__} {error}".strip())
        raise
    finally:
        progress.clear()
    for message in (*report.skipped, *report.warnings):
        click.echo(f"graphkit: {message}", err=True)
    counts = [many(report.releases, "release"), many(report.triples, "triple")]
    changes = [f"{report.new:,} new", f"{report.kept:,} as before"]
    counts.append(f"{len(report.skipped):,} skipped")
    took = sum(report.seconds.values())
    made = f"wrote {out}: {', '.join(counts)} ({', '.join(changes)}; {took:.1f} s)"
    progress.note(made)
    if not quiet:
        click.echo(made, err=True)
    if target is not None and pushed is not None:
        _tell(target, pushed, progress, quiet)
    if report.skipped or not report.releases:
        ctx.exit(1)


def _count(sources: tuple[str, ...]) -> int | None:
    from graphkit.pipeline import count_releases

    return None if "-" in sources else count_releases(sources)


def _build(
    sources: tuple[str, ...], out: str, cluster: str | None, target: Target | None, **options: Any
) -> tuple[BuildReport, Change | GraphkitError | None]:
    from graphkit.api import build_folder

    url = out if "://" in out else None
    with ExitStack() as ends:
        folder = Path(out)
        if cluster is not None or url is not None:
            from graphkit.cluster import open_folder, run_here, run_on_cluster

            folder = ends.enter_context(open_folder(out))
            if cluster is not None:
                run = ends.enter_context(run_on_cluster(cluster, folder, url=url))
            else:
                run = run_here(folder, out, processes=options["jobs"])
            options["run"] = run
        report = build_folder(sources, folder, **options)
        return report, _push(folder, target, report, options["on_progress"])


def _push(
    folder: Path, target: Target | None, report: BuildReport, progress: BuildProgress
) -> Change | GraphkitError | None:
    """Bring what was built to the server; an error waits until the folder is in its place.

    A graph without releases is no reason to empty the server: its sources could not be read.
    """
    if target is None or not report.releases:
        return None
    try:
        return target.push(folder, progress)
    except GraphkitError as error:
        return error


def _tell(
    target: Target, pushed: Change | GraphkitError, progress: BuildProgress, quiet: bool
) -> None:
    if isinstance(pushed, GraphkitError):
        progress.note(f"not pushed: {pushed}")
        raise pushed
    said = target.describe(pushed)
    progress.note(said)
    if not quiet:
        click.echo(said, err=True)
