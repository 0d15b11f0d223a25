"""Speech in a transcript: a line opens with who speaks and a colon, and needs no marks."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.quotes import MAX_LEAD, Attribution, claim_speech, paragraphs_of
from graphkit.extract.scene import Scene
from graphkit.extract.speakers import MARKS
from graphkit.model import Relation

MAX_TITLE = 8
MIN_TOKENS = 5
MIN_WORDS = 4
SENTENCE_ENDS = frozenset(".?!…")
LINE_MARKS = frozenset({"-", "–", "—", "•", ",", "(", ")"})


def claim_transcript(scene: Scene) -> None:
    """Note what is said on lines such as "Name, Spokesperson: Good afternoon. …".

    A programme has such lines too: what follows must be a sentence, not a title or a name.
    """
    begins = {p.start: p for p in scene.persons if p in scene.of}
    inside = {i for n in [*scene.nodes, *scene.persons] for i in range(n.begin, n.stop)}
    told = {c.begin for c in scene.draft.claims.values() if c.relation is Relation.CREATOR}
    for begin, end in paragraphs_of(scene):
        colon = _colon(scene, begin, end)
        if colon is None or not _is_speech(scene, colon + 1, end, inside):
            continue
        lead = [begins[i] for i in range(begin, colon) if i in begins]
        if len(lead) != 1 or not _is_only(scene, lead[0], begin, colon, inside):
            continue
        if scene.draft.characters(colon + 1, end)[0] in told:
            continue
        found = Attribution(end, begin, colon, colon, end)
        claim_speech(scene, f"quote:line:{begin}", scene.of[lead[0]], colon + 1, found)


def is_label(scene: Scene, person: Node) -> bool:
    """Say whether a name opens a line of a transcript: it tells who speaks, not who acts."""
    doc, begin, stop = scene.doc, person.begin, person.stop
    if stop >= len(doc) or (begin and not doc[begin - 1].is_space):
        return False
    if doc[stop].text == ":":
        return True
    colon = _colon(scene, stop, min(stop + MAX_TITLE, len(doc)))
    return doc[stop].text in {",", "("} and colon is not None


def _colon(scene: Scene, begin: int, end: int) -> int | None:
    return next(
        (i for i in range(begin, min(begin + MAX_LEAD, end)) if scene.doc[i].text == ":"), None
    )


def _is_speech(scene: Scene, start: int, end: int, inside: set[int]) -> bool:
    """A capital opens it and a full stop ends it; marks are read elsewhere."""
    doc = scene.doc
    if end - start < MIN_TOKENS or doc[start].text in MARKS:
        return False
    if sum(1 for i in range(start, end) if doc[i].is_alpha and i not in inside) < MIN_WORDS:
        return False  # a title or a row of names
    return doc[start].text[:1].isupper() and doc[end - 1].text in SENTENCE_ENDS


def _is_only(scene: Scene, person: Node, begin: int, colon: int, inside: set[int]) -> bool:
    """Before the colon stand the name, its titles and marks, and in a row behind it what it is of.

    "Rohit Das, Asia Wire:" names a paper that nobody knows.
    """
    behind = range(person.stop, colon)
    of_paper = [i for i in behind if i not in inside and scene.doc[i].is_alpha]
    before = [i for i in range(begin, person.start) if i not in inside]
    known = {t.text for i in before if not (t := scene.doc[i]).is_space}
    return known <= LINE_MARKS and all(scene.doc[i].text[:1].isupper() for i in of_paper)
