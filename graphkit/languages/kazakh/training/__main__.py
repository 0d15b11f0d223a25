"""The commands ``train`` and ``evaluate`` of the Kazakh tagger."""

from __future__ import annotations

import time
from pathlib import Path

import click

from graphkit.languages.kazakh.model import Tagger
from graphkit.languages.kazakh.training.data import Sentence, hold_out, read_sentences
from graphkit.languages.kazakh.training.scores import format_scores, score_tags


@click.group()
def main() -> None:
    """Train the Kazakh tagger on KazNERD, or score it."""


@main.command()
@click.argument("data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--seed", default=0, show_default=True, help="Another seed is another model.")
@click.option(
    "--held-out", is_flag=True, help="Train on seven eighths and score on the rest of DATA."
)
def train(data: Path, out: Path, seed: int, held_out: bool) -> None:
    """Train on the sentences of DATA and write the model to OUT.

    Example: python -m graphkit.languages.kazakh.training train train.iob2 kazakh.npz
    """
    # PyTorch and crfsuite are of the extra ``train``: scoring must do without.
    from graphkit.languages.kazakh.training.train import save_parameters, train_tagger

    sentences = read_sentences(data)
    kept, held = hold_out(sentences) if held_out else (sentences, [])
    parameters = train_tagger(kept, seed=seed, report=lambda text: click.echo(text, err=True))
    save_parameters(parameters, out)
    click.echo(f"wrote {out}: {out.stat().st_size / 1e6:.1f} MB", err=True)
    if held:
        _print_scores(Tagger.load(out), held)


@main.command()
@click.argument("model", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def evaluate(model: Path, data: Path) -> None:
    """Score the file MODEL on the sentences of DATA by exact span.

    Example: python -m graphkit.languages.kazakh.training evaluate kazakh.npz test.iob2
    """
    _print_scores(Tagger.load(model), read_sentences(data))


def _print_scores(tagger: Tagger, sentences: list[Sentence]) -> None:
    began = time.perf_counter()
    tags = tagger.tag([sentence.words for sentence in sentences])
    seconds = time.perf_counter() - began
    pairs = zip(tags, (sentence.tags for sentence in sentences), strict=True)
    click.echo(format_scores(score_tags(pairs)))
    words = sum(len(sentence.words) for sentence in sentences)
    click.echo(f"{words:,} words, {words / seconds:,.0f} a second", err=True)


if __name__ == "__main__":
    main()
