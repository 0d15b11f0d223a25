"""A graph elsewhere is read in shares: by predicate, by class, and by digests what is left."""

from __future__ import annotations

from pathlib import Path

import httpx
from export import servers

from graphkit.export import pull
from graphkit.export.shares import ANYTHING, TYPE, Share, filter_for

HOLDS = "http://www.w3.org/ns/org#holds"


def test_a_share_is_divided_by_what_stands_in_an_index_first() -> None:
    (holds,) = Share(7).by_term({HOLDS: 7})
    (types,) = Share(7).by_term({TYPE[1:-1]: 7})
    assert holds.triple == f"?s <{HOLDS}> ?o"
    assert holds.term is None, "the objects of any other predicate are too many"
    assert types.term == ANYTHING
    (officials,) = types.by_term({"https://w3id.org/graphkit/ns#Official": 7})
    assert officials.triple == f"?s {TYPE} <https://w3id.org/graphkit/ns#Official>"


def test_counts_that_do_not_add_up_or_name_no_iri_divide_nothing() -> None:
    assert Share(7).by_term({HOLDS: 6}) == []
    assert Share(7).by_term({"no iri": 7}) == []


def test_digests_are_joined_as_long_as_they_fit() -> None:
    shares = Share(10).by_digest({"0": 2, "1": 3, "2": 1, "3": 4}, depth=1, most=5)
    assert [(share.count, share.digests) for share in shares] == [
        (5, ("0", "1")),
        (5, ("2", "3")),
    ]
    assert 'SUBSTR(MD5(STR(?s)), 1, 1) IN ("0", "1")' in filter_for(shares[0], [], None)


def test_a_graph_of_any_kind_comes_whole(tmp_path: Path) -> None:
    """Classes that are blank nodes or texts cannot be asked for; subjects' digests can."""
    many = " ".join(f"<https://x.org/{n}> a <https://x.org/C> ." for n in range(60))
    odd = '<https://x.org/0> a "a text" , [] . <https://x.org/1> <https://x.org/p> 1 , 2 , 3 .'
    with servers.start("oxigraph", tmp_path) as server:
        update = {"update": f"INSERT DATA {{ {many} {odd} }}"}
        httpx.post(server.urls["update"], data=update).raise_for_status()
        steps: list[int] = []
        copy = pull(
            server.urls["query"], part=20, on_progress=lambda stage, done: steps.append(done)
        )
    assert len(copy) == 60 + 5
    assert len(steps) >= 4
