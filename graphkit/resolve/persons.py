"""Clusters of persons -> ids: ``person/<name>``, with a suffix where two share the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from graphkit.model import Kind, Name
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.names import parse_name
from graphkit.resolve.people import People
from graphkit.resolve.profiles import Profile
from graphkit.resolve.slugs import digest, rank, slugify, slugify_person


def name_people(
    corpus: Corpus, people: People, titles: frozenset[str]
) -> tuple[dict[Node, str], frozenset[tuple[str, str]]]:
    """Return the id of each node, and pairs of an id and another that its names would give.

    The others are what the person was called while fewer releases were known: see
    ``aliases.settle``.
    """
    clusters = [[people.profiles[i] for i in members] for members in people.clusters]
    names = [_names(corpus, cluster) for cluster in clusters]
    stems = [_stem(own, titles) for own in names]
    shared = Counter(stems)
    ids: list[str] = []
    for cluster, own, stem in zip(clusters, names, stems, strict=True):
        pinned = next((p.pinned for p in cluster if p.pinned), None)
        ids.append(pinned or (stem if shared[stem] == 1 else f"{stem}-{_suffix(cluster, own)}"))
    ids = _separate(ids, clusters)
    claims = frozenset(_claims(ids, clusters, names, titles))
    by_node = {
        node: path
        for cluster, path in zip(clusters, ids, strict=True)
        for profile in cluster
        for node in profile.nodes
    }
    return by_node, claims


def own_ids(
    corpus: Corpus, people: People, titles: frozenset[str]
) -> Iterator[tuple[Node, frozenset[str]]]:
    """Yield for each node the ids that it may have had alone, with and without a suffix."""
    for profile in people.profiles:
        for node in profile.nodes:
            if node in corpus.referents:
                names = Counter(corpus.referents[node].names)
                stems = {_path(name, titles) for name in names}
                ends = [slugify(c.rpartition("/")[2]) for c in profile.countries]
                ends.append(_suffix([profile], names))
                yield node, frozenset(stems | {f"{stem}-{end}" for stem in stems for end in ends})


def name_alone(corpus: Corpus, titles: frozenset[str]) -> dict[Node, str]:
    """Return the id that each person would have if no other release named him."""
    return {
        node: _stem(Counter(referent.names), titles)
        for node, referent in corpus.of_kind({Kind.PERSON})
    }


def _names(corpus: Corpus, cluster: Sequence[Profile]) -> Counter[Name]:
    return Counter(
        name
        for profile in cluster
        for node in profile.nodes
        if node in corpus.referents
        for name in corpus.referents[node].names
    )


def _stem(names: Counter[Name], titles: frozenset[str]) -> str:
    """Return the id by the name that says most: full, in Latin letters, most often used."""
    if not names:
        return "person/unnamed"

    def order(name: Name) -> tuple[bool, bool, int, int, int, str]:
        parsed = parse_name(name.text, titles=titles)
        long = parsed.patronymic is not None and len(parsed.words) > 1
        language, text = rank(name)
        return not parsed.full, long, language, -names[name], len(text), text

    return _path(min(names, key=order), titles)


def _path(name: Name, titles: frozenset[str]) -> str:
    words = [w for w in name.text.split() if not _is_title(w, titles)]
    return f"person/{slugify_person(' '.join(words)) or digest(name.text)}"


def _is_title(word: str, titles: frozenset[str]) -> bool:
    parsed = parse_name(word, titles=titles)
    return not parsed.words and not parsed.initials and parsed.patronymic is None


def _suffix(cluster: Sequence[Profile], names: Counter[Name]) -> str:
    countries = sorted({c for profile in cluster for c in profile.countries})
    if countries:
        return "-".join(slugify(c.rpartition("/")[2]) for c in countries[:2])
    roles = sorted({post.role for profile in cluster for post in profile.posts if post.role})
    return slugify(roles[0].replace("_", " ")) if roles else _content(cluster)


def _content(cluster: Sequence[Profile]) -> str:
    return digest(*(part for node in sorted(n for p in cluster for n in p.nodes) for part in node))


def _separate(ids: Sequence[str], clusters: Sequence[Sequence[Profile]]) -> list[str]:
    """Add a digest of the evidence where two still have one id."""
    shared = Counter(ids)
    return [
        path if shared[path] == 1 else f"{path}-{_content(cluster)}"
        for path, cluster in zip(ids, clusters, strict=True)
    ]


def _claims(
    ids: Sequence[str],
    clusters: Sequence[Sequence[Profile]],
    names: Sequence[Counter[Name]],
    titles: frozenset[str],
) -> Iterable[tuple[str, str]]:
    """Yield for each id the others that full names give, and suffixes where it has one."""
    for path, cluster, own in zip(ids, clusters, names, strict=True):
        full = (name for name in own if parse_name(name.text, titles=titles).full)
        stems = {_path(name, titles) for name in full}
        for stem in stems:
            yield path, stem
            if path not in stems and path.startswith(f"{stem}-"):
                yield from ((path, f"{stem}-{_suffix([profile], own)}") for profile in cluster)
