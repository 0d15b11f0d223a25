"""``graphkit build``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import Progress, decisions_file, further_ontologies, many, quiet


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--out", "-o", required=True, type=click.Path(path_type=Path), help="The folder.")
@click.option("--jobs", "-j", default=1, show_default=True, help="Processes to read with.")
@click.option("--base-iri", help="What the IRIs of the data begin with.")
@further_ontologies
@decisions_file
@click.option("--page/--no-page", default=True, help="Write graph.html, or not.")
@quiet
@click.pass_context
def build(
    ctx: click.Context,
    sources: tuple[str, ...],
    out: Path,
    jobs: int,
    base_iri: str | None,
    ontologies: tuple[Path, ...],
    decisions: Path | None,
    page: bool,
    quiet: bool,
) -> None:
    """Read releases into the graph in a folder, or bring that graph up to date.

    SOURCE is a file (.txt .md .html .jsonl), a folder of them, or - for standard input.
    The folder then holds graph.ttl, graph.html, report.json and the store. Only what is
    new or changed is read; after an interruption the same command goes on.

    \b
    Example:
      graphkit build seeds --out out
      cat release.txt | graphkit build - --out out
    """
    from graphkit.api import build_folder

    progress = Progress(quiet)
    options = {"base_iri": base_iri} if base_iri else {}
    report = build_folder(
        sources, out, jobs=jobs, ontologies=ontologies, decisions=decisions,
        page=page, on_progress=progress, **options,
    )  # fmt: skip
    progress.clear()
    for message in report.skipped:
        click.echo(f"graphkit: {message}", err=True)
    if not quiet:
        counts = [many(report.releases, "release"), many(report.triples, "triple")]
        changes = [f"{report.new:,} new", f"{report.kept:,} as before"]
        counts.append(f"{len(report.skipped):,} skipped")
        took = sum(report.seconds.values())
        click.echo(
            f"wrote {out}: {', '.join(counts)} ({', '.join(changes)}; {took:.1f} s)", err=True
        )
    if report.skipped or not report.releases:
        ctx.exit(1)
