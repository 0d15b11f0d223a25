from dataclasses import replace

from resolve.telling import Telling

from graphkit.model import Kind, Source
from graphkit.resolve.corpus import collect


def test_of_two_copies_of_a_release_the_first_source_counts() -> None:
    telling = Telling("r1", "kk")
    telling.add(Kind.PERSON, "Асқар Жұмабаев")
    one = telling.finish()
    other = replace(one, release=replace(one.release, source=Source("a.jsonl", 2)))
    for order in ([one, other], [other, one]):
        corpus = collect(order)
        assert [str(r.source) for r in corpus.releases.values()] == ["a.jsonl#2"]
        assert len(corpus.referents) == 1
