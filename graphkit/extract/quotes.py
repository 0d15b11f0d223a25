"""Direct speech and who speaks: quotations, whatever the marks.

A quotation is found from its attribution («, - деді X», "X said"): marks are often missing
on one side, the verb of speech is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.nodes import Node
from graphkit.extract.reference import find_speaker, last_person, people_between
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.speakers import MARKS, find_announcer, is_foreign, is_other, spoken_of
from graphkit.model import Kind, Relation

EXTRACTOR = "quotes"
CLOSERS = frozenset("”»")
OPENERS = frozenset("“«„")
DASHES = frozenset("-–—")
ENDS = frozenset(",?!….")
TRIMMED = ' ,–—-"“”«»„\n'
MAX_LEAD = 25
MIN_TOKENS = 4
MAX_LOOSE = 4


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens that say who speaks: ``cut`` ends the speech, ``begin``..``end`` is the clause."""

    cut: int
    begin: int
    verb: int
    verb_end: int
    end: int


def claim_quotes(scene: Scene) -> None:
    """Note every direct quotation whose speaker the release tells."""
    count = 0
    done = -1
    unclosed: str | None = None
    paragraphs = paragraphs_of(scene)
    inside = {i for n in [*scene.nodes, *scene.persons] for i in range(n.begin, n.stop)}
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        attributions = _attributions(scene, paragraph, inside)
        begin, before = paragraph[0], len(scene.draft.keys)
        is_next = unclosed is not None and begin > done and not attributions
        if unclosed is not None and is_next and _is_opening(scene, begin):
            done = _closing(scene, begin + 1, paragraph[1])
            _add(scene, unclosed, begin + 1, done)
            unclosed = unclosed if done == paragraph[1] else None
            continue
        for at, found in enumerate(attributions):
            start = _speech_begin(scene, paragraph, found, done)
            if start is None or found.cut - start < MIN_TOKENS:
                continue
            done = found.end
            speaker = _speaker(scene, found, start)
            if speaker is not None:
                count += 1
                claim_speech(scene, f"quote:{count}", speaker, start, found)
                if at + 1 == len(attributions):
                    done = _claim_going_on(scene, paragraph, found, speaker)
        done = max(done, _claim_announced(scene, paragraph))
        if following is not None:
            done = max(done, _claim_next_line(scene, paragraph, following))
        told = list(scene.draft.keys)[before:]
        goes_on = following if following is not None and done > paragraph[1] else paragraph
        if told and told[-1].startswith("quote:"):
            is_open = _open_mark(scene, *goes_on) is not None
            unclosed = scene.draft.keys[told[-1]] if is_open else None
        elif paragraph[0] > done:
            unclosed = None


def _claim_going_on(
    scene: Scene, paragraph: tuple[int, int], found: Attribution, speaker: str
) -> int:
    """Speech that is opened anew behind its attribution is the same speaker's."""
    begin = found.end
    if begin >= paragraph[1] or not _is_opening(scene, begin):
        return found.end
    end = _closing(scene, begin + 1, paragraph[1])
    if end - begin > MIN_TOKENS:
        rest = Attribution(end, found.begin, found.verb, found.verb_end, end)
        claim_speech(scene, f"quote:on:{begin}", speaker, begin + 1, rest)
    return end


def _is_opening(scene: Scene, i: int) -> bool:
    return scene.doc[i].text in MARKS and not _is_closing(scene, i)


def _closing(scene: Scene, begin: int, end: int) -> int:
    """Return the mark that closes speech, or the end of its paragraph."""
    return next((i for i in range(begin, end) if _is_closing(scene, i)), end)


def _add(scene: Scene, quotation: str, start: int, end: int) -> None:
    """Add tokens ``start`` to ``end`` to a quotation that goes on there."""
    said = scene.draft.referents[quotation].text or ""
    text = scene.doc.text_of(start, end).strip(TRIMMED)
    if text:
        join = " " if said[-1:] in ".?!…" else ". " if text[:1].isupper() else ", "
        scene.draft.update(quotation, text=f"{said}{join}{text}")
        scene.draft.add_mention(quotation, start, end)


def claim_speech(scene: Scene, key: str, speaker: str, start: int, found: Attribution) -> None:
    """Note a quotation that ends where its attribution says, and who said it."""
    made = scene.draft.refer(Kind.QUOTATION, key)
    text = scene.doc.text_of(start, found.cut).strip(TRIMMED)
    rest = _continuation(scene, found)
    scene.draft.update(made, text=f"{text}{rest}", language=scene.release.language)
    scene.draft.add_mention(made, start, found.cut)
    scene.draft.add_claim(
        made, Relation.CREATOR, speaker, start, found.end, confidence=0.93, extractor=EXTRACTOR
    )


def paragraphs_of(scene: Scene) -> list[tuple[int, int]]:
    """Return the token ranges of the lines of the body."""
    cuts, begin = [], 0
    for token in scene.doc:
        if token.is_space and "\n" in token.text:
            cuts.append((begin, token.i))
            begin = token.i + 1
    cuts.append((begin, len(scene.doc)))
    return [(b, e) for b, e in cuts if e > b and scene.doc[b].idx >= scene.release.title_end]


def _is_closing(scene: Scene, i: int) -> bool:
    """Tell a closing mark from an opening one by its neighbours: marks are mixed in releases."""
    token = scene.doc[i]
    if token.text not in MARKS:
        return False
    before = scene.doc[i - 1] if i else None
    glued = before is not None and not before.whitespace_ and not before.is_space
    follows = scene.doc[i + 1] if i + 1 < len(scene.doc) else None
    tight = follows is not None and not token.whitespace_ and (follows.is_alpha or follows.is_digit)
    return glued and not (tight and not (before is not None and before.is_alpha))


def _attributions(scene: Scene, paragraph: tuple[int, int], inside: set[int]) -> list[Attribution]:
    """Return who speaks in a paragraph; ``inside`` are the tokens of names and titles."""
    found: list[Attribution] = []
    for hit in scene.hits_in(*paragraph):
        if "word/speech" not in hit.senses.ids:
            continue
        if found and hit.start < found[-1].end:
            continue
        if "Part" in scene.doc[hit.start].morph.get("VerbForm"):
            continue  # «страной, признавшей независимость»: speech, not who speaks
        clause = _clause(scene, paragraph, hit.start, hit.end, inside)
        if clause is not None:
            found.append(clause)
    return found


def _clause(
    scene: Scene, paragraph: tuple[int, int], verb: int, verb_end: int, inside: set[int]
) -> Attribution | None:
    """Walk left from the verb over the speaker to the mark, dash or comma that ends the speech."""
    doc, at = scene.doc, verb - 1
    while at >= paragraph[0] and verb - at <= MAX_LEAD:
        token = doc[at]
        if token.text in DASHES and at > paragraph[0] and at not in inside:
            ended = doc[at - 1].text in ENDS or doc[at - 1].text in MARKS
            return (
                _make(scene, paragraph, at - 1 if ended else at, at + 1, verb, verb_end)
                if ended
                else None
            )
        if _is_closing(scene, at) and at not in inside:
            follows = doc[at + 1]
            if follows.is_alpha and at + 1 < verb and at + 1 not in inside and not follows.is_stop:
                return None
            if _uncovered(scene, at + 1, verb, inside) > MAX_LOOSE:
                return None
            return _make(scene, paragraph, at, at + 1, verb, verb_end)
        if token.text in {",", "?", "!"} and at not in inside:
            if _uncovered(scene, at + 1, verb, inside) > MAX_LOOSE:
                return None
            if doc[at - 1].text in MARKS and _is_closing(scene, at - 1):
                return _make(scene, paragraph, at - 1, at + 1, verb, verb_end)
            if _open_mark(scene, paragraph[0], at) is not None:
                return _make(scene, paragraph, at, at + 1, verb, verb_end)
            if not _goes_on(scene, at, verb):
                return None
        at -= 1
    return None


def _uncovered(scene: Scene, start: int, end: int, inside: set[int]) -> int:
    """Count the words between a mark and the verb that belong to no speaker."""
    return sum(1 for i in range(start, end) if scene.doc[i].is_alpha and i not in inside)


def _goes_on(scene: Scene, comma: int, verb: int) -> bool:
    """A comma inside or beside the speaker's titles and name does not end the speech."""
    return any(
        n.begin - 2 <= comma <= n.stop and n.stop <= verb for n in [*scene.nodes, *scene.persons]
    )


def _make(
    scene: Scene, paragraph: tuple[int, int], cut: int, begin: int, verb: int, verb_end: int
) -> Attribution:
    doc, end = scene.doc, verb_end
    while end < paragraph[1]:
        token = doc[end]
        if token.text in MARKS and not _is_closing(scene, end):
            break
        if token.text in DASHES and end > verb_end and doc[end - 1].text in {".", ","}:
            break
        if token.is_sent_start and end > verb_end and not token.is_punct:
            break
        end += 1
    while cut > paragraph[0] and (doc[cut - 1].text in MARKS or doc[cut - 1].text in {","}):
        cut -= 1
    return Attribution(cut, begin, verb, verb_end, end)


def _open_mark(scene: Scene, begin: int, end: int) -> int | None:
    """Return the last opening mark that no closing mark has ended, between two tokens."""
    depth: list[int] = []
    for i in range(begin, end):
        if scene.doc[i].text in MARKS:
            if _is_closing(scene, i):
                if depth:
                    depth.pop()
            else:
                depth.append(i)
    return depth[0] if depth else None


def _speech_begin(
    scene: Scene, paragraph: tuple[int, int], found: Attribution, done: int
) -> int | None:
    """Return the first token of the speech that an attribution ends."""
    begin = max(paragraph[0], done)
    opened = _open_mark(scene, begin, found.cut)
    if opened is not None:
        return opened + 1
    at = scene.doc[max(found.cut - 1, begin)].sent.start
    while at > begin:
        previous = scene.doc[at - 1].sent
        if previous.start < begin or _is_narrated(scene, previous.start, previous.end):
            break
        at = previous.start
    at = max(at, begin)
    while at < found.cut and (
        scene.doc[at].text in MARKS or scene.doc[at].is_space or scene.doc[at].text in DASHES
    ):
        at += 1
    return None if _is_narrated(scene, at, found.cut) and at > begin else at


def _is_narrated(scene: Scene, start: int, end: int) -> bool:
    """Speech seldom names a person in full; the narration around it does."""
    return any(start <= p.start and p.end <= end for p in scene.persons) or any(
        "word/speech" in h.senses.ids and any(start <= p.start < end for p in scene.persons)
        for h in scene.hits_in(start, end)
    )


def _speaker(scene: Scene, found: Attribution, start: int) -> str | None:
    """Return who speaks: named or called by a role in the clause, or the subject before."""
    inside = [
        n
        for n in [
            *scene.persons,
            *(r for r in scene.nodes if r.sort is Sort.ROLE and r.parent is None),
        ]
        if found.begin <= n.start and n.stop <= found.end
    ]
    after = sorted((n for n in inside if n.start >= found.verb_end), key=lambda n: n.start)
    before = sorted((n for n in inside if n.stop <= found.verb), key=lambda n: -n.start)
    for group in (before, after):
        for node in group:
            person = _person_of(scene, node, inside)
            if person is not None:
                return person
        if group:
            break
    announcer = find_announcer(scene, start)
    if announcer is not None:
        return (
            find_speaker(scene, announcer) if announcer.sort is Sort.ROLE else scene.of[announcer]
        )
    person = last_person(scene, start, found)
    titles = [n for n in inside if n.sort is Sort.ROLE]
    if person is not None and (
        is_other(scene, titles, person) or is_foreign(scene, found.verb_end, found.end, person)
    ):
        return None
    return person


def _person_of(scene: Scene, node: Node, inside: list[Node]) -> str | None:
    if node.sort is Sort.PERSON:
        return scene.of.get(node)
    named = next(
        (
            n
            for n in inside
            if n.sort is Sort.PERSON
            and scene.syntax.is_title_before(scene.doc, node.whole, n.whole)
        ),
        None,
    )
    return scene.of.get(named) if named is not None else find_speaker(scene, node)


def _continuation(scene: Scene, found: Attribution) -> str:
    """Return the rest of a speech that its attribution interrupts («…, - сказала N. – …»)."""
    doc, at = scene.doc, found.end
    if at >= len(doc) or doc[at].text not in DASHES:
        return ""
    end = at + 1
    while (
        end < len(doc)
        and not _is_closing(scene, end)
        and not (doc[end].is_space and "\n" in doc[end].text)
    ):
        end += 1
    return f" {doc.text_of(at + 1, end).strip()}"


def _claim_announced(scene: Scene, paragraph: tuple[int, int]) -> int:
    """Speech after its announcement: 'X said: "…"'. Return the token where the last one ends."""
    doc, last = scene.doc, -1
    for i in range(paragraph[0] + 1, paragraph[1]):
        if doc[i].text not in MARKS or _is_closing(scene, i) or doc[i - 1].text != ":":
            continue
        lead = doc[i].sent.start if doc[i].sent.start < i else doc[i - 1].sent.start
        end = next((j for j in range(i + 1, paragraph[1]) if _is_closing(scene, j)), paragraph[1])
        if _claim_after(scene, lead, i, i + 1, end):
            last = end
    return last


def _claim_next_line(scene: Scene, lead: tuple[int, int], speech: tuple[int, int]) -> int:
    """A line of its own announces the next, marks or none: "Minister X said:"."""
    begin, end = speech
    if scene.doc[lead[1] - 1].text != ":" or lead[1] - lead[0] > MAX_LEAD:
        return -1
    while begin < end and (scene.doc[begin].text in MARKS or scene.doc[begin].is_space):
        begin += 1
    while end > begin and scene.doc[end - 1].text in MARKS:
        end -= 1
    return end if _claim_after(scene, lead[0], lead[1], begin, end) else -1


def _claim_after(scene: Scene, lead: int, verb_by: int, start: int, end: int) -> bool:
    """Note tokens ``start`` to ``end`` as the speech that ``lead`` to ``verb_by`` announce."""
    verbs = [h for h in scene.hits_in(lead, verb_by) if "word/speech" in h.senses.ids]
    people = people_between(scene, lead, verb_by)
    if end - start < MIN_TOKENS:
        return False
    if verbs:
        speaker = people[0][2] if people else spoken_of(scene, lead, verb_by)
        verb, verb_end = verbs[0].start, verbs[0].end
    else:
        speaker = _named_at_colon(scene, start, end)
        verb = verb_end = verb_by
    if speaker is None:
        return False
    claim_speech(
        scene, f"quote:said:{start}", speaker, start, Attribution(end, lead, verb, verb_end, end)
    )
    return True


def _named_at_colon(scene: Scene, start: int, end: int) -> str | None:
    """Return who is named before a colon and marks that hold more than a title: 'X: "…"'."""
    named = find_announcer(scene, start)
    is_person = named is not None and named.sort is Sort.PERSON
    return scene.of[named] if named and is_person and end - start > MIN_TOKENS else None
