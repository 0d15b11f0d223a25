"""``graphkit fetch``."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path

import click

from graphkit.cli.options import Progress, many, quiet
from graphkit.errors import GraphkitError, SourceError

_MEBI = 1 << 20


@click.command()
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True)
@click.option("--out", "-o", required=True, metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--contact",
    required=True,
    envvar="GRAPHKIT_CONTACT",
    help="An e-mail or web address by which a server's owner reaches you; each request says it.",
)
@click.option(
    "--delay", type=click.FloatRange(0), default=1.0, show_default=True,
    help="Seconds between two requests to a host, where its robots.txt asks for no more.",
)  # fmt: skip
@click.option("--match", help="Of what lists name, only addresses with this regular expression.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]),
    help="Of what lists name, only pages not last changed before this day.",
)  # fmt: skip
@click.option(
    "--discover", is_flag=True,
    help="Follow the feeds that given pages name, and the sitemaps of their robots.txt.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1), default=1000, show_default=True,
    help="The most pages of one run; the same command goes on with the others.",
)  # fmt: skip
@click.option(
    "--max-size", type=click.FloatRange(0, min_open=True), default=20, show_default=True,
    help="The largest page or list, unpacked, in MiB.",
)  # fmt: skip
@click.option(
    "--warc", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Keep the answers in a web archive as well.",
)  # fmt: skip
@quiet
@click.pass_context
def fetch(
    ctx: click.Context,
    addresses: tuple[str, ...],
    out: Path,
    contact: str,
    delay: float,
    match: str | None,
    since: datetime | None,
    discover: bool,
    limit: int,
    max_size: float,
    warc: Path | None,
    quiet: bool,
) -> None:
    """Fetch releases from the web into a folder that ``graphkit build`` reads.

    ADDRESS is the URL of a page, of a sitemap or of a feed, whose pages are then fetched
    too; or a file: a saved sitemap or feed, or a list with one URL a line; or - for such
    a list on standard input.

    robots.txt is kept to, and a host is asked one thing at a time. A second run asks only
    for what has changed (ETag, Last-Modified); after an interruption the same command
    goes on. A redirect or a list that leads to a private network is not followed, unless
    you name the address yourself.

    \b
    Example:
      graphkit fetch https://example.org/sitemap.xml --contact me@example.org --out press
      graphkit build press --out out
    """
    try:
        from graphkit.fetch import Manners, fetch
    except ImportError as error:
        raise SourceError(
            f"fetch needs the library {error.name!r}, which is not installed;"
            " run: pip install 'graphkit-press[fetch]'"
        ) from error
    try:
        re.compile(match or "")
    except re.error as error:
        raise click.BadParameter(f"{match!r} is no pattern: {error}") from error
    progress = Progress(quiet)

    def report(error: GraphkitError) -> None:
        progress.clear()
        click.echo(f"graphkit: {error}", err=True)

    manners = Manners(contact, delay=delay, largest=int(max_size * _MEBI), limit=limit)
    done = fetch(
        _expand(addresses), out, manners, match=match, discover=discover, archive=warc,
        since=f"{since:%Y-%m-%d}" if since else "", on_error=report, on_progress=progress,
    )  # fmt: skip
    progress.clear()
    if not quiet:
        counts = [f"{done.new:,} new", f"{done.changed:,} changed", f"{done.unchanged:,} as before"]
        counts += [f"{done.before:,} done earlier"] * bool(done.before)
        counts += [f"{done.failed:,} failed"] * bool(done.failed)
        counts += [f"{done.left:,} left to another run"] * bool(done.left)
        pages = many(done.new + done.changed + done.unchanged, "page")
        click.echo(f"fetched {pages} into {out}: {', '.join(counts)}", err=True)
    if done.failed:
        ctx.exit(1)


def _expand(addresses: tuple[str, ...]) -> list[str]:
    """Return the addresses, with those of standard input where ``-`` stands."""
    found: list[str] = []
    for address in addresses:
        if address == "-":
            lines = (line.strip() for line in sys.stdin)
            found += [line for line in lines if line and not line.startswith("#")]
        else:
            found.append(address)
    return found
