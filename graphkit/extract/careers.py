"""Titles that a sentence predicates of somebody: appointed, formerly, served as."""

from __future__ import annotations

from dataclasses import replace

from graphkit.extract.holding import claim_post
from graphkit.extract.nodes import Node
from graphkit.extract.posts import read_post
from graphkit.extract.reference import last_subject, people_between
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.languages.document import Sentence
from graphkit.model import Status

ADVERB = "word/formerly"
STATUS_WORDS = (
    ("word/former", Status.FORMER),
    (ADVERB, Status.FORMER),
    ("word/acting", Status.ACTING),
    ("word/appointed", Status.APPOINTED),
)
REACH = 7


def claim_careers(scene: Scene, roots: list[Node], given: set[Node]) -> None:
    """Note the posts that titles without a name of their own tell of the subject.

    ``given`` are titles that stand beside a name and are spoken for.
    """
    titles = [
        t for t in roots if t.sort is Sort.ROLE and t not in given and not _is_plural(scene, t)
    ]
    told_ones = {t for t in titles if scene.syntax.is_predicate(scene.doc, t.whole)}
    titles = [t for t in titles if t in told_ones or not scene.syntax.is_owner(scene.doc, t.whole)]
    for title in [*titles, *reversed(titles)]:
        if title in told_ones and title.before in titles:
            told_ones.add(title.before)
        elif title.before in told_ones:
            told_ones.add(title)
    for title in titles:
        told = title in told_ones
        status = find_status(scene, title, adverbs=told)
        if not told and status is None:
            continue
        if not told and (
            status is Status.APPOINTED or scene.syntax.is_owner(scene.doc, title.whole)
        ):
            continue  # «Указом Президента назначен …»: the president appoints
        person = _subject(scene, title)
        post = read_post(scene, title, _country_of(scene, person))
        if person is None or post is None or post.role is None:
            continue
        post = replace(post, status=status or Status.ASSERTED)
        claim_post(scene, person, post, title.begin, title.stop, confidence=0.78 if told else 0.7)


def _country_of(scene: Scene, person: str | None) -> str | None:
    """Return the country that somebody is known to serve."""
    return next(iter(scene.draft.states_served(person)), None) if person is not None else None


def find_status(
    scene: Scene, title: Node, *, adverbs: bool = True, beside: bool = False
) -> Status | None:
    """Return what words beside a title say of its time: former, acting, appointed.

    Without ``adverbs`` only words that belong to the title itself count. ``beside`` a name a
    title has nothing of the verb before it («возглавлявший ранее …, принял посла Имя»).
    """
    sentence = scene.doc[title.start].sent
    begin = max(sentence.start, title.begin - REACH)
    end = min(sentence.end, title.stop + 4)
    for concept, status in STATUS_WORDS:
        if concept == ADVERB and not adverbs:
            continue
        for hit in scene.hits_of(concept):
            before = begin <= hit.start and hit.end <= title.start
            behind = title.end <= hit.start and hit.end <= end
            if before and beside and concept == ADVERB and _acts(scene, hit.end, title.begin):
                continue
            if (before and not _is_cut(scene, hit.end, title.begin)) or (
                behind and not _is_cut(scene, title.stop, hit.start)
            ):
                return status
    return None


def _acts(scene: Scene, start: int, end: int) -> bool:
    return any(scene.syntax.is_verb(token) for token in scene.doc[start:end])


def _is_cut(scene: Scene, start: int, end: int) -> bool:
    """Another person or title between two places cuts them apart."""
    return any(start <= n.start < end for n in [*scene.persons]) or any(
        t.text in ";." for t in scene.doc[start:end]
    )


def _is_plural(scene: Scene, title: Node) -> bool:
    return scene.syntax.is_plural(scene.doc[title.head])


def _subject(scene: Scene, title: Node) -> str | None:
    """Return whom a sentence speaks of: named before the title, behind a participle, or earlier."""
    sentence: Sentence = scene.doc[title.start].sent
    people = people_between(scene, sentence.start, sentence.end)
    named = [p for p in scene.persons if p in scene.of and title.stop <= p.start < sentence.end]
    before = [p for p in people if p[1] <= title.begin]
    if named and not before and scene.syntax.is_predicate(scene.doc, title.whole):
        return scene.of[named[0]]
    if named and scene.syntax.subject_follows(scene.doc, title.whole, named[0].whole):
        return scene.of[named[0]]
    if before:
        return before[-1][2]
    opening = [t.lower_ for t in scene.doc[sentence.start : sentence.end] if t.is_alpha][:3]
    earlier = [p for p in scene.persons if p in scene.of and p.end <= sentence.start]
    if earlier and any(word in scene.syntax.latter_pronouns for word in opening):
        return scene.of[max(earlier, key=lambda p: p.start)]
    if any(word in scene.syntax.person_pronouns for word in opening) or not people:
        return last_subject(scene, sentence.start)
    return None
