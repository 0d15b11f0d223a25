"""Who leads and who belongs to a body, said by verbs: «басқарды», «в составе», "headed by"."""

from __future__ import annotations

from graphkit.extract.holding import claim_post
from graphkit.extract.lexicon import Hit
from graphkit.extract.nodes import Node
from graphkit.extract.posts import Post
from graphkit.extract.reference import people_between
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.languages.document import Sentence
from graphkit.model import GROUPS, PARTISAN, Kind, Relation

EXTRACTOR = "members"
LED = GROUPS | {Kind.MINISTRY, Kind.EMBASSY, Kind.GOVERNMENT_BODY, Kind.CHAMBER, Kind.ORGANIZATION}
FRIENDS = frozenset({Kind.FRIENDSHIP_GROUP, Kind.ALL_PARTY_GROUP, Kind.PARLIAMENTARY_GROUP})
MAX_DISTANCE = 30
BESIDE = 3
QUOTES = frozenset('«“"„')


def claim_leaders(scene: Scene) -> None:
    """Note who leads a body by a verb of leading."""
    for hit in scene.hits_of("word/lead"):
        if _in_phrase(scene, hit):
            continue
        sentence = scene.doc[hit.start].sent
        person = _leader(scene, sentence, hit)
        body = _led(scene, sentence, hit)
        if person is None or body is None:
            continue
        referent = person[2]
        country = scene.countries.get(body)
        if _holds(scene, referent, body):
            continue
        start, end = min(person[0], hit.start), max(person[1], hit.end)
        claim_post(
            scene, referent, Post(scene.head_role(body), body, country), start, end, confidence=0.82
        )


def _in_phrase(scene: Scene, hit: Hit) -> bool:
    return any(
        n.sort is not Sort.BODY and n.start < hit.end and hit.start < n.end for n in scene.nodes
    )


def _leader(scene: Scene, sentence: Sentence, hit: Hit) -> tuple[int, int, str] | None:
    """The person nearest to the verb, behind a passive ("headed by"), else before it."""
    people = people_between(scene, sentence.start, sentence.end)
    after = [p for p in people if p[0] >= hit.end]
    before = [p for p in people if p[1] <= hit.start]
    if after and after[0][0] <= hit.end + 1:
        return after[0]  # «делегацию возглавил Имя», "headed by Name"
    if scene.syntax.agent_follows(scene.doc, hit.start, hit.end):
        group = after or before[::-1]
    else:
        opens = hit.start - sentence.start <= 1
        group = before[::-1] or (after if opens else [])  # «Руководит группой Имя»
    near = group[0] if group else None
    return near if near is not None and abs(near[0] - hit.start) <= MAX_DISTANCE else None


def _led(scene: Scene, sentence: Sentence, hit: Hit) -> str | None:
    own = {id(m) for n in scene.nodes if n.sort is Sort.ROLE for _, m in n.modifiers}
    bodies = [
        n
        for n in scene.nodes
        if n.sort is Sort.BODY
        and n in scene.of
        and sentence.start <= n.start < sentence.end
        and scene.kind(scene.of[n]) in LED
        and (scene.kind(scene.of[n]) in GROUPS or _is_beside(n, hit))
        and id(n) not in own
        and n.parent is None
    ]
    nearest = min(bodies, key=lambda n: abs(n.start - hit.start), default=None)
    if nearest is not None:
        return scene.of[nearest]
    if any(t.lower_ in scene.syntax.pronouns for t in scene.doc[sentence.start : sentence.end]):
        return _last_group(scene, sentence.start)
    return None


def _is_beside(body: Node, hit: Hit) -> bool:
    """Talks of two ministries "under the chairmanship of X" make him head of neither."""
    return body.begin - hit.end <= BESIDE and hit.start - body.stop <= BESIDE


def _last_group(scene: Scene, before: int) -> str | None:
    groups = [
        n
        for n in scene.nodes
        if n.sort is Sort.BODY
        and n in scene.of
        and n.start < before
        and scene.kind(scene.of[n]) in GROUPS
    ]
    return scene.of[max(groups, key=lambda n: n.start)] if groups else None


def _holds(scene: Scene, person: str, body: str) -> bool:
    return any(
        body in scene.draft.objects(post, Relation.POST_IN)
        for post in scene.draft.objects(person, Relation.HOLDS)
    )


def claim_members(scene: Scene) -> None:
    """Note who is said to be in the composition of a delegation or group, and in which party."""
    sentences = list(scene.doc.sents)
    for at, sentence in enumerate(sentences):
        if _has(scene, sentence, "word/member", verbs=True):
            group = _composed(scene, sentence)
            if group is None:
                continue
            listed = [sentence]
            if sentence.text.rstrip().endswith(":"):
                listed += _items(sentences[at + 1 :])
            for part in listed:
                for person in _inside(scene, part):
                    if not _holds(scene, scene.of[person], group):
                        _claim(scene, person, group, 0.82)
    for hit in scene.hits_of("word/member"):
        if "word/member" in hit.senses.verbs and not _in_phrase(scene, hit):
            _claim_direct(scene, hit)
    for person in scene.persons:
        party = _party(scene, person)
        if party is not None and person in scene.of:
            _claim(scene, person, party, 0.88)


def _claim_direct(scene: Scene, hit: Hit) -> None:
    """ "Who sits on the Committee": a body stands right behind the verb, the member before it."""
    body = next(
        (
            scene.of[n]
            for n in scene.nodes
            if n.sort is Sort.BODY and n in scene.of and hit.end <= n.start <= hit.end + 2
            and scene.kind(scene.of[n]) in GROUPS | {Kind.PARTY} - {Kind.DELEGATION}
        ),
        None,
    )  # fmt: skip
    sentence = scene.doc[hit.start].sent
    before = [
        p
        for p in scene.persons
        if p in scene.of and sentence.start <= p.start and p.end <= hit.start
    ]
    if body is not None and before and not _holds(scene, scene.of[before[-1]], body):
        _claim(scene, before[-1], body, 0.85)


def _claim(scene: Scene, person: Node, body: str, confidence: float) -> None:
    scene.draft.add_claim(
        scene.of[person], Relation.MEMBER_OF, body, person.start, person.end,
        confidence=confidence, extractor=EXTRACTOR,
    )  # fmt: skip


def _has(scene: Scene, sentence: Sentence, concept: str, *, verbs: bool = False) -> bool:
    hits = scene.hits_in(sentence.start, sentence.end)
    return any(concept in (h.senses.verbs if verbs else h.senses.ids) for h in hits)


def _composed(scene: Scene, sentence: Sentence) -> str | None:
    """Return the delegation that the sentence names or, by «оның құрамында», means.

    Of other groups only the one whose composition it tells: «Топ құрамына А мен Б кіреді».
    """
    composed = {h.start for h in scene.hits_of("word/member") if "word/member" in h.senses.verbs}
    named = [
        n
        for n in scene.phrases_of(sentence)
        if n.sort is Sort.BODY and n in scene.of and sentence.start <= n.start < sentence.end
        and (_is_delegation(scene, n) or (n.stop in composed and scene.kind(scene.of[n]) in GROUPS))
    ]  # fmt: skip
    if named:
        return scene.of[named[0]]
    if (group := _joined(scene, sentence)) is not None:
        return group
    if not any(t.lower_ in scene.syntax.pronouns for t in scene.doc[sentence.start : sentence.end]):
        return None
    earlier = [
        n
        for n in scene.nodes
        if n.sort is Sort.BODY and n in scene.of and n.start < sentence.start
        and _is_delegation(scene, n)
    ]  # fmt: skip
    return scene.of[max(earlier, key=lambda n: n.start)] if earlier else None


def _is_delegation(scene: Scene, node: Node) -> bool:
    """A group's delegation is the group on a journey."""
    kind = scene.kind(scene.of[node])
    return kind is Kind.DELEGATION or (kind in GROUPS and Kind.DELEGATION in node.senses.kinds)


def _joined(scene: Scene, sentence: Sentence) -> str | None:
    """Return the group right behind the word: «В состав молдавской группы входят …»."""
    ends = {
        h.end
        for h in scene.hits_in(sentence.start, sentence.end)
        if "word/member" in h.senses.ids and not scene.syntax.is_verb(scene.doc[h.start])
    }
    for node in scene.phrases_of(sentence):
        if node.sort is Sort.BODY and node in scene.of and node.begin in ends:
            return scene.of[node] if scene.kind(scene.of[node]) in FRIENDS else None
    return None


def _items(following: list[Sentence]) -> list[Sentence]:
    found: list[Sentence] = []
    for sentence in following:
        text = sentence.text.strip()
        if not (text.endswith(";") or text[:1] in "-–—•") and found:
            break
        found.append(sentence)
        if text.endswith("."):
            break
    return found


def _is_alias(scene: Scene, party: Node) -> bool:
    """What stands in brackets right behind a party is its short name, not somebody's party."""
    return any(
        n in scene.of and scene.kind(scene.of[n]) in PARTISAN and n.end == party.start - 1
        for n in scene.nodes
    )


def _opens_bracket(scene: Scene, start: int) -> bool:
    """Say whether a name stands first in brackets, in quotation marks or without."""
    before = [t.text for t in scene.doc[max(0, start - 2) : start]]
    return before[-1:] == ["("] or (before[:1] == ["("] and before[-1] in QUOTES)


def _inside(scene: Scene, sentence: Sentence) -> list[Node]:
    return [p for p in scene.persons if p in scene.of and sentence.start <= p.start < sentence.end]


def _party(scene: Scene, person: Node) -> str | None:
    """Return the party in brackets behind a name, before it, or in its title («депутат от …»)."""
    title = next(
        (
            n
            for n in scene.nodes
            if n.sort is Sort.ROLE and 0 <= person.start - n.stop <= 1 and n.parent is None
        ),
        None,
    )
    for _, node in title.modifiers if title is not None else ():
        if node in scene.of and scene.kind(scene.of[node]) in PARTISAN:
            return scene.of[node]
    for node in scene.nodes:
        if node.sort is not Sort.BODY or node not in scene.of:
            continue
        kind = scene.kind(scene.of[node])
        in_brackets = _opens_bracket(scene, node.start)
        if kind not in PARTISAN and not (in_brackets and kind is Kind.COMMITTEE):
            continue
        if in_brackets:
            before = [p for p in scene.persons if p.end < node.start]
            same = before and scene.doc[before[-1].start].sent == scene.doc[node.start].sent
            if same and before[-1] is person and not _is_alias(scene, node):
                return scene.of[node]
            continue
        gap = scene.doc[node.stop : person.start]
        if (
            node.end <= person.start
            and len(gap) <= 1
            and node.parent is None
            and all(t.text != "," for t in gap)
        ):
            return scene.of[node]
    return None
