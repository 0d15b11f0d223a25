"""Countries, regions and cities -> ids: what the knowledge has by its id, others by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphkit.model import PLACES
from graphkit.resolve.clusters import Partition
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.names import fold_name
from graphkit.resolve.slugs import digest, rank, slugify


def resolve_places(corpus: Corpus, constraints: Constraints) -> dict[Node, str]:
    """Return the id of each place that a release names."""
    nodes = dict(corpus.of_kind(PLACES))
    partition: Partition[Node] = Partition()
    first: dict[tuple[str, str], Node] = {}
    for node in nodes:
        partition.add(node, constraints.tags.get(node, ()))
    for one, other in constraints.together:
        if one in nodes and other in nodes:
            partition.join(one, other)
    for node, referent in nodes.items():
        names = [f"={referent.link}"] if referent.link else []
        names = names or [fold_name(name.text) for name in referent.names]
        for name in filter(None, names):
            partition.join(first.setdefault((referent.kind, name), node), node)
    clusters: defaultdict[str, list[list[Node]]] = defaultdict(list)
    for cluster in partition.sets():
        clusters[place_id(corpus, cluster)].append(sorted(cluster))
    ids: dict[Node, str] = {}
    for path, same in clusters.items():
        # Decided to be two: the one that is named most keeps the id.
        for number, cluster in enumerate(sorted(same, key=lambda c: (-len(c), c))):
            own = f"{path}-{digest(*cluster[0])}" if number else path
            ids.update(dict.fromkeys(cluster, own))
    return ids


def place_id(corpus: Corpus, cluster: Sequence[Node]) -> str:
    """Return the id of a place: the known one, or its kind and name."""
    links = sorted({link for node in cluster if (link := corpus.referents[node].link)})
    if links:
        return links[0]
    names = {name for node in cluster for name in corpus.referents[node].names}
    kind = min(corpus.referents[node].kind for node in cluster).lower()
    if not names:
        return f"{kind}/{min(cluster)[0][:10]}-{min(cluster)[1]}"
    return f"{kind}/{slugify(min(names, key=rank).text)}"
