"""``python -m tests.tools.corpus 1000 OUT [SEED]``: write releases and their gold."""

from __future__ import annotations

import sys
from pathlib import Path

from .write import make_corpus, write_corpus

if __name__ == "__main__":
    count, folder, *seed = sys.argv[1:]
    write_corpus(make_corpus(int(count), seed=int(seed[0]) if seed else 1), Path(folder))
