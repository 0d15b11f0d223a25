"""Sentences -> the parameters of the tagger."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np

from graphkit.languages.kazakh.model.stems import Parameters, Stems
from graphkit.languages.kazakh.training.clusters import make_clusters
from graphkit.languages.kazakh.training.data import Sentence, add_initials
from graphkit.languages.kazakh.training.linear import train_linear
from graphkit.languages.kazakh.training.network import train_network

# Chosen on the held-out stretches.
NETWORK_SHARE = 0.5


def train_tagger(
    sentences: Sequence[Sentence], *, seed: int, report: Callable[[str], None]
) -> Parameters:
    """Return the parameters that ``Tagger`` takes, from the sentences alone."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    labels = sorted({tag for sentence in sentences for tag in sentence.tags})
    augmented = add_initials(sentences, seed=seed)
    report(f"{len(sentences):,} sentences, {len(augmented) - len(sentences):,} made")
    parameters = make_clusters(seed)
    stems = Stems(parameters)
    report("clustered the vectors")
    linear, transitions = train_linear(augmented, labels, stems)
    report("trained the linear part")
    network = train_network(augmented, labels, stems, seed=seed)
    report("trained the network")
    share = NETWORK_SHARE
    parameters |= {**linear, **network}
    parameters["labels"] = np.array(labels)
    parameters["network_share"] = np.array(share)
    of_network, starts, ends = (
        share * np.asarray(network[name], dtype=np.float32)
        for name in ("transitions", "starts", "ends")
    )
    parameters["transitions"] = (1 - share) * transitions + of_network
    parameters["starts"] = starts
    parameters["ends"] = ends
    return parameters


def save_parameters(parameters: Parameters, path: Path) -> None:
    """Write the file that ``Tagger.load`` reads; the same parameters give the same bytes."""
    with ZipFile(path, "w") as archive:
        for name in sorted(parameters):
            buffer = BytesIO()
            np.lib.format.write_array(buffer, np.asarray(parameters[name]), allow_pickle=False)
            # a member with a fixed date, where numpy would write the clock
            member = ZipInfo(f"{name}.npy")
            archive.writestr(member, buffer.getvalue(), ZIP_DEFLATED, 9)
