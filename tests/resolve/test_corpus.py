from dataclasses import replace

from resolve.telling import Telling

from graphkit.knowledge import Knowledge
from graphkit.model import Kind, Source
from graphkit.resolve import resolve
from graphkit.resolve.corpus import collect


def test_of_two_copies_of_a_release_the_first_source_counts() -> None:
    telling = Telling("r1", "kk")
    telling.add(Kind.PERSON, "Асқар Жұмабаев")
    one = telling.finish()
    other = replace(one, release=replace(one.release, source=Source("a.jsonl", 2)))
    for order in ([one, other], [other, one]):
        (release,) = resolve(order, Knowledge(())).releases
        assert str(release.source) == "a.jsonl#2"
        assert len(collect(order).referents) == 1
