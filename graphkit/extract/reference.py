"""Who is meant: the full name and its short forms, a role («министр»), a pronoun («ол»)."""

from __future__ import annotations

import re
from typing import Protocol

from graphkit.extract.nodes import Node
from graphkit.extract.persons import (
    PersonName,
    drop_honorifics,
    fold,
    read_name,
    same_part,
    same_person,
)
from graphkit.extract.posts import Post, read_post
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.languages.syntax import Link
from graphkit.model import PARLIAMENTS, Case, Kind, Relation

DEPUTY = "role/member_of_parliament"
SEATED = PARLIAMENTS | {Kind.COMMITTEE, Kind.FRIENDSHIP_GROUP, Kind.FACTION}


def refer_persons(scene: Scene) -> None:
    """Make one referent for all names of one person, the fullest names first."""
    honorifics = scene.knowledge.words("word/honorific")
    read = {
        n: read_name(
            scene.grammar.nominative(scene.doc.span(n.start, n.end), Kind.PERSON), honorifics
        )
        for n in scene.persons
    }
    known: list[tuple[PersonName, str]] = []
    for node in sorted(
        scene.persons, key=lambda n: (-len(read[n].parts), len(read[n].initials), n.start)
    ):
        name = read[node]
        if not name.parts:
            continue
        referent = _find(name, known)
        text = name.text if referent is None else _as_in(name, scene, referent)
        if referent is None:
            key = f"person:{' '.join((*name.initials, *name.parts))}"
            referent = scene.draft.refer(Kind.PERSON, key)
        known.append((name, referent))
        scene.of[node] = referent
        scene.draft.add_names(referent, drop_honorifics(text, honorifics), text)
        span = scene.doc.span(node.start, node.end)
        case = scene.grammar.case(span, Kind.PERSON)
        scene.draft.add_mention(referent, node.start, node.end, text, case)
        if scene.narration.verb_last:
            _read_as_name(scene, node, case)


def _read_as_name(scene: Scene, node: Node, case: Case | None) -> None:
    """Cases tell who takes part: «Фидан» is no ablative, «Такэси» no converb."""
    for token in scene.doc[node.start : node.end]:
        token.pos_ = "PROPN"
    if case is not None:
        scene.doc[node.end - 1].case = case.value


def _as_in(name: PersonName, scene: Scene, referent: str) -> str:
    """Correct the ending of a short name's surname by the full name («Ж. Койшибекова»)."""
    full = scene.draft.referents[referent].names
    words = name.text.split()
    for word in full[0].text.split() if full else ():
        if len(words) and fold(words[-1]) != fold(word) and same_part(fold(words[-1]), fold(word)):
            glued = re.match(r"^((?:[^\W\d_]{1,2}\.)+)[^.]+$", words[-1])
            words[-1] = f"{glued[1]}{word}" if glued else word
    return " ".join(words)


def _find(name: PersonName, known: list[tuple[PersonName, str]]) -> str | None:
    scored = [(same_person(name, other), referent) for other, referent in known]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= 0.6 else None


def find_holder(scene: Scene, node: Node) -> str | None:
    """Return the person whom a title phrase without a name means, by the posts told so far."""
    if _heads_unnamed(scene, node):
        return _head_of_delegation(scene, node)
    if (offices := _unnamed_ministry(scene, node)) is not None:
        return _minister_most_told_of(scene, node, offices)
    wanted = _read_lightly(scene, node)
    if wanted is None or (wanted.role is None and wanted.body is None and wanted.country is None):
        return None
    begin = scene.draft.characters(node.start, node.end)[0]
    scored = []
    for (person, relation, held), _ in scene.draft.claims.items():
        if relation is not Relation.HOLDS:
            continue
        score = _agreement(scene, wanted, held)
        if score > 0:
            places = [m.begin for m in scene.draft.mentions if m.referent == person]
            before = max((b for b in places if b < begin), default=-1)
            scored.append((score, shared_words(scene, node, person), before, person))
    best = max(scored, default=None)
    return best[-1] if best is not None else None


def _heads_unnamed(scene: Scene, node: Node) -> bool:
    """Say whether a title is of a delegation that no words name: «глава делегации»."""
    owners = list(node.modified_by(Link.OWNER))
    return bool(owners) and all(
        Kind.DELEGATION in m.senses.kinds and not m.modifiers for m in owners
    )


def _unnamed_ministry(scene: Scene, node: Node) -> Node | None:
    """Return the ministry of «глава внешнеполитического ведомства» where no words say whose."""
    owners = [m for m in node.modified_by(Link.OWNER) if Kind.MINISTRY in m.senses.kinds]
    return owners[0] if owners and owners[0] not in scene.of and not owners[0].modifiers else None


def _minister_most_told_of(scene: Scene, node: Node, ministry: Node) -> str | None:
    """Return who heads a ministry of a sort; of several the one of whom most is told before."""
    draft, counts = scene.draft, dict[str, tuple[int, int]]()
    begin = draft.characters(node.start, node.end)[0]
    for person, relation, held in draft.claims:
        if relation is not Relation.HOLDS or draft.referents[held].role != "role/minister":
            continue
        bodies = draft.objects(held, Relation.POST_IN)
        if any(draft.referents[b].type in ministry.senses.ids for b in bodies):
            places = [m.begin for m in draft.mentions if m.referent == person and m.begin < begin]
            if places:
                counts[person] = (len(places), -min(places))
    return max(counts, key=lambda person: counts[person]) if counts else None


def _head_of_delegation(scene: Scene, node: Node) -> str | None:
    """Return who leads the delegation told of last before a title."""
    draft = scene.draft
    begin = draft.characters(node.start, node.end)[0]
    led = [
        (claim.begin, person)
        for (person, relation, held), claim in draft.claims.items()
        if relation is Relation.HOLDS
        and claim.begin < begin
        and any(scene.kind(b) is Kind.DELEGATION for b in draft.objects(held, Relation.POST_IN))
    ]
    return max(led)[1] if led else None


def _read_lightly(scene: Scene, node: Node) -> Post | None:
    """Read a title that only points back to a post: what it implies by itself is not told."""
    draft = scene.draft
    kept = (dict(draft.referents), dict(draft.keys), dict(draft.claims), dict(scene.countries))
    wanted = read_post(scene, node)
    draft.referents, draft.keys, draft.claims, scene.countries = kept
    return wanted


def shared_words(scene: Scene, title: Node, person: str) -> int:
    """Count the words that a title shares with the passages that tell a person's posts."""
    words = {t.lower_ for t in scene.doc[title.start : title.end]}
    told = [c for (s, r, _), c in scene.draft.claims.items() if s == person and r is Relation.HOLDS]
    texts = [re.findall(r"\w+", scene.release.text[c.begin : c.end].casefold()) for c in told]
    return max((len(words.intersection(text)) for text in texts), default=0)


def _agreement(scene: Scene, wanted: Post, held: str) -> int:
    """Score how well a post that somebody holds is the one that a title speaks of; 0: not."""
    draft = scene.draft
    role = draft.referents[held].role
    if wanted.role is not None and not (
        scene.knowledge.is_a(role, wanted.role or "")
        or scene.knowledge.is_a(wanted.role, role or "")
    ):
        return 0
    score = 2 if role == wanted.role else 1
    bodies = draft.objects(held, Relation.POST_IN)
    if wanted.body is not None and bodies:
        if wanted.body not in bodies:
            return 0
        score += 2
    countries = draft.objects(held, Relation.OF_COUNTRY)
    if wanted.country is not None and countries:
        if draft.keys.get(wanted.country) not in countries:
            return 0
        score += 1
    return score


class Clause(Protocol):
    """Where an attribution stands."""

    @property
    def begin(self) -> int: ...

    @property
    def cut(self) -> int: ...


def find_speaker(scene: Scene, node: Node) -> str | None:
    """Return the person whom a title phrase in an attribution means.

    A «парламентарий» without more is the one most spoken of who sits in a parliament, be it
    as the head of a committee.
    """
    plain = not node.modifiers and node.senses.ids <= {DEPUTY}
    return (_leading_deputy(scene, node) if plain else None) or find_holder(scene, node)


def _leading_deputy(scene: Scene, node: Node) -> str | None:
    draft = scene.draft
    begin = draft.characters(node.start, node.end)[0]
    counts: dict[str, tuple[int, int]] = {}
    for person, relation, held in draft.claims:
        if relation is not Relation.HOLDS:
            continue
        kinds = {scene.kind(body) for body in draft.objects(held, Relation.POST_IN)}
        if scene.knowledge.is_a(draft.referents[held].role, DEPUTY) or kinds & SEATED:
            places = [m.begin for m in draft.mentions if m.referent == person and m.begin < begin]
            if places:
                counts[person] = (len(places), -min(places))
    return max(counts, key=lambda person: counts[person]) if counts else None


def last_person(scene: Scene, start: int, clause: Clause) -> str | None:
    """Return the person spoken of last before a speech: whom «ол» or a bare verb means."""
    sentence = scene.doc[clause.begin].sent
    own = [p for p in scene.persons if sentence.start <= p.start < start and p in scene.of]
    return scene.of[own[0]] if own else last_subject(scene, start)


def last_subject(scene: Scene, start: int) -> str | None:
    """Return the person with whom the last sentence before a token begins that names one.

    A role that one of the named persons holds counts as his name.
    """
    found: list[tuple[int, str]] = [
        (p.start, scene.of[p]) for p in scene.persons if p.start < start and p in scene.of
    ]
    named = {p for _, p in found}
    for node in scene.nodes:
        if node.sort is Sort.ROLE and node.parent is None and node.start < start:
            holder = find_holder(scene, node)
            if holder in named:
                found.append((node.start, holder))
    if not found:
        return None
    last = scene.doc[max(found)[0]].sent
    return min(f for f in found if f[0] >= last.start)[1]


def people_between(scene: Scene, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the persons of whom tokens ``start`` to ``end`` speak, by name or by their titles."""
    found = [
        (p.start, p.end, scene.of[p])
        for p in scene.persons
        if p in scene.of and start <= p.start < end
    ]
    titles = [
        n
        for n in scene.nodes
        if n.sort is Sort.ROLE and n.parent is None and start <= n.start < end
    ]
    for title in titles:
        if scene.syntax.is_plural(scene.doc[title.head]) or any(
            0 <= s - title.stop <= 2 or 0 <= title.begin - e <= 1 for s, e, _ in found
        ):
            continue
        holder = find_holder(scene, title)
        if holder is not None:
            found.append((title.begin, title.stop, holder))
    return sorted(found)
