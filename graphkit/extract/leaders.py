"""The head of state whom a release calls now by his name, now by his title."""

from __future__ import annotations

import re

from graphkit.extract.holding import claim_post
from graphkit.extract.nodes import Node
from graphkit.extract.posts import Post, read_post
from graphkit.extract.reference import find_holder
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.model import Kind, Relation

OPENING = 2
HEAD_OF_STATE = "role/head_of_state"
# president.kz, president.gov.ua, akorda.kz
PRESIDENCY = re.compile(r"\b(?:president|prezident|akorda)\b")


def claim_leader(scene: Scene, roots: list[Node], given: set[Node]) -> None:
    """Give «Мемлекет басшысы» to the one person without a title whom the release opens with.

    Presidents' offices seldom put his title beside his name; others write of his orders
    («Мемлекет басшысының тапсырмасы бойынша») in releases on somebody else. He is meant
    only on his own site, or where the site is unknown and the release opens with his name,
    where he acts and nobody else holds the post.
    """
    publisher = f"{scene.release.publisher or ''} {scene.release.url or ''}".casefold()
    if scene.home is None or scene.syntax.home != scene.home:
        return  # elsewhere a guest's name does not tell him from the host
    if not (PRESIDENCY.search(publisher) if publisher.strip() else _opens(scene)):
        return
    titles = [t for t in roots if t.sort is Sort.ROLE and t not in given]
    titles = [t for t in titles if _is_home_leader(scene, t)]
    titles = [t for t in titles if scene.narration.is_subject(scene.doc, t.phrase)]
    person = _untitled(scene)
    if not titles or person is None or _is_held_at_home(scene, titles[0]):
        return
    post = Post(HEAD_OF_STATE, None, scene.home)
    claim_post(scene, person, post, titles[0].begin, titles[0].stop, confidence=0.7)


def _opens(scene: Scene) -> bool:
    """Say whether a sentence that opens the release, or its text, has a name for its first word."""
    firsts = [s.start for s in scene.doc.sents if s.text.strip()][:OPENING]
    return any(
        p.start in firsts and scene.narration.is_subject(scene.doc, p.phrase) for p in scene.persons
    )


def _is_held_at_home(scene: Scene, title: Node) -> bool:
    """A guest who heads his own state is no holder of the host's post."""
    holder = find_holder(scene, title)
    states = scene.draft.states_served(holder) if holder else []
    return holder is not None and (not states or scene.home in states)


def _is_home_leader(scene: Scene, title: Node) -> bool:
    if scene.syntax.is_plural(scene.doc[title.head]):
        return False
    post = read_post(scene, title)
    if post is None or not scene.knowledge.is_a(post.role, HEAD_OF_STATE):
        return False
    return post.body is None and post.country in (None, scene.home)


def _untitled(scene: Scene) -> str | None:
    """Return the one person without a post, if the release names him first, and he is no guest."""
    found = [
        r.id
        for r in scene.draft.referents.values()
        if r.kind is Kind.PERSON
        and not scene.draft.objects(r.id, Relation.HOLDS)
        and not scene.draft.objects(r.id, Relation.MEMBER_OF)
    ]
    if len(found) != 1:
        return None
    first = min((n for n in scene.persons if n in scene.of), key=lambda n: n.start, default=None)
    if first is None or scene.of[first] != found[0]:
        return None
    name = scene.doc.text_of(first.start, first.end)
    return found[0] if scene.syntax.is_home_name(name) else None
