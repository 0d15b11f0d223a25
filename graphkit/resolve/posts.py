"""Posts -> ids: one post in one body, whoever holds it."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.knowledge.concepts import Knowledge
from graphkit.model import Kind, Relation
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.profiles import make_post
from graphkit.resolve.roles import LOOSE, base_role, post_role
from graphkit.resolve.slugs import digest, slugify


def resolve_posts(corpus: Corpus, ids: Mapping[Node, str], knowledge: Knowledge) -> dict[Node, str]:
    """Return the id of each post; ``ids`` are those of places, bodies and persons.

    A post of which neither body nor country is known is its holder's own, and so is an
    adviser's of a country: "an adviser" in two releases is not one post.
    """
    holders = {
        (node[0], edge.object): ids[node]
        for node, edges in corpus.outgoing.items()
        for edge in edges
        if edge.relation is Relation.HOLDS and node in ids
    }
    return {
        node: _post_id(corpus, node, ids, knowledge, holders.get(node))
        for node, _ in corpus.of_kind({Kind.POST})
    }


def _post_id(
    corpus: Corpus,
    node: Node,
    ids: Mapping[Node, str],
    knowledge: Knowledge,
    holder: str | None,
) -> str:
    post = make_post(corpus, node, ids, knowledge, {})
    role = slugify(post_role(corpus.referents[node].role, knowledge).replace("_", " "))
    if post.body:
        parts = [*post.body.split("/")[1:], role]
    elif post.country and base_role(corpus.referents[node].role, knowledge) not in LOOSE:
        parts = [post.country.rpartition("/")[2], role]
    else:
        own = (holder or digest(*node)).rpartition("/")[2]
        parts = [(post.country or "").rpartition("/")[2], role, "of", own]
    if post.accredited:
        parts += ["to", post.accredited.rpartition("/")[2]]
    return "post/" + "-".join(slugify(part) for part in parts if part)
