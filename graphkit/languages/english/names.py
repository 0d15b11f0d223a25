"""Chains of capitalised words -> names of persons and bodies in press English.

A chain is a person where something beside its capitals says so: an honorific or a post
before it, initials, a given name, a verb of speech or a post after it, or that all its
words are foreign to English. "Fail empty": a lone capitalised word without such a sign
stays unnamed, unless the release has given it as a part of a fuller name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from graphkit.languages.english.chains import (
    CALENDAR,
    HONORIFICS,
    PARTICLES,
    Lexis,
    Sort,
    find_chains,
    is_capital,
    sort_word,
)
from graphkit.languages.rules import is_initial

PEERS = frozenset({"lord", "lady", "baron", "baroness", "viscount", "earl"})
LOCATIVES = frozenset({"in", "at", "from", "near", "to", "into", "across"})
DETERMINERS = frozenset({"the", "a", "an", "this", "its", "their", "our", "his", "her"})
# Verbs, besides those of speech, whose subject in a release is mostly a person.
DEEDS = frozenset(
    """
    meet receive visit thank welcome congratulate attend chair host invite present arrive brief
    discuss hold lead head serve become propose outline call open deliver speak hope praise
    succeed accompany hand sign convey take introduce tour have pay who whose whom
    """.split()
)
LINKS = frozenset({"of", "for", "on", "the", "and", "&"})
# Particles that are no words of English.
CLEAR_PARTICLES = frozenset({"van", "von", "der", "bin", "bint", "ibn", "della", "dos"})
MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a Doc; ``sure`` where a word beside it leaves no doubt."""

    start: int
    end: int
    label: str
    sure: bool = False


def find_names(doc: Doc, lexis: Lexis, free: Sequence[bool]) -> list[Found]:
    """Return names of persons and bodies among the tokens that are ``free``."""
    chains = list(find_chains(doc, free))
    sorts = {i: sort_word(doc[i], lexis) for chain in chains for i in chain}
    found: list[Found] = []
    lone: list[int] = []
    for chain in chains:
        for run in _name_runs(doc, chain, sorts):
            name = _judge(doc, run, sorts, lexis)
            if name is not None:
                found.append(name)
            elif len(run) == 1:
                lone.append(run[0])
    parts = _surnames(doc, found)
    found += [Found(i, i + 1, "PERSON") for i in lone if doc[i].text in parts]
    return found


def find_bodies(
    doc: Doc, lexis: Lexis, places: Mapping[int, int], bodies: Mapping[int, int]
) -> Iterator[Found]:
    """Yield chains that hold a word for a body, with what "of" and "for" add to them.

    ``places`` and ``bodies`` are the ends of known names by where they begin: a body's
    name ends with a place, and may go on after another body.
    """
    taken = -1
    for chain in find_chains(doc, [True] * len(doc)):
        at = next((i for i in chain if sort_word(doc[i], lexis) is Sort.BODY), None)
        if at is None or at < taken:
            continue
        start = _body_start(doc, chain, at, lexis)
        end = _body_end(doc, at, lexis, places, bodies)
        if end - start > 1:
            taken = end
            yield Found(start, end, "ORG")


def spans_of(doc: Doc, names: Sequence[Found]) -> Iterator[Span]:
    """Yield names as spans."""
    for name in names:
        yield Span(doc, name.start, name.end, label=name.label)


def opens_name(place: Span, lexis: Lexis) -> bool:
    """Say whether the name of a town is a given name here: "Mary Tuohy"."""
    after = place.doc[place.end : place.end + 1]
    if len(place) > 1 or place.text.casefold() not in lexis.given or not len(after):
        return False
    ahead = [t for t in place.doc[place.end : place.end + 2] if is_capital(t)]
    if len(ahead) > 1 and place.start and place.doc[place.start - 1].lower_ == "of":
        return False  # "Minister of Finance of Georgia Nino Lomidze"
    return is_capital(after[0]) and sort_word(after[0], lexis) is Sort.NAME


def ends_name(place: Span, lexis: Lexis) -> bool:
    """Say whether the name of a town is a surname here: "Joana Ferreira Lima"."""
    if len(place) > 1 or place.label_ != "GPE" or not place.start or place[0].is_sent_start:
        return False
    before = place.doc[place.start - 1]
    return is_capital(before) and sort_word(before, lexis) is Sort.NAME and before.is_title


def _name_runs(doc: Doc, chain: list[int], sorts: dict[int, Sort]) -> Iterator[list[int]]:
    """Yield stretches of a chain that may be one person's name."""
    run: list[int] = []
    for i in chain:
        honorific = doc[i].lower_ in HONORIFICS
        if honorific or not _may_continue(doc, i, run, sorts):
            if run:
                yield run
            run = []
        if not honorific and (run or _may_begin(doc, i, chain, sorts)):
            run.append(i)
    if run:
        yield run


def _may_begin(doc: Doc, i: int, chain: list[int], sorts: dict[int, Sort]) -> bool:
    if sorts[i] in (Sort.NAME, Sort.INITIAL):
        # an abbreviation, unless a name follows: "ABE Shinzo"
        shouted = doc[i].text.isupper() and sorts[i] is Sort.NAME
        return not shouted or (i + 1 in chain and sorts[i + 1] is Sort.NAME)
    titled = i > 0 and doc[i - 1].lower_ in HONORIFICS and sorts[i] in (Sort.WORD, Sort.PLACE)
    # "Park Min-seok", "Moon Chae-rin": a family name that is an English word
    korean = i + 1 in sorts and "-" in doc[i + 1].text and sorts[i + 1] is Sort.NAME
    return titled or (sorts[i] is Sort.WORD and korean)


def _may_continue(doc: Doc, i: int, run: list[int], sorts: dict[int, Sort]) -> bool:
    if not run:
        return True
    between = doc[run[-1] + 1 : i]
    if any(token.text not in PARTICLES and token.text != "]" for token in between):
        return False
    if sorts[i] in (Sort.NAME, Sort.INITIAL):
        return True
    # "Mark Brown", "Daniel King", "Jean Dean" at the end of the chain
    return sorts[i] in (Sort.WORD, Sort.PLACE) and len(run) < 4 and i + 1 not in sorts


def _judge(doc: Doc, run: list[int], sorts: dict[int, Sort], lexis: Lexis) -> Found | None:
    start, end = _particle_start(doc, run[0]), run[-1] + 1
    if len(run) > MAX_WORDS or all(sorts[i] is Sort.INITIAL for i in run):
        return None
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ in HONORIFICS:
        return Found(start, _peer_end(doc, before, end), "PERSON", sure=True)
    if len(run) > 1 and any(sorts[i] is Sort.INITIAL for i in run):
        return Found(start, end, "PERSON", sure=True)
    if before is not None and before.lower_ in DETERMINERS and len(run) < 3:
        return None
    acts = _acts(doc, end, lexis)
    posted = _follows_post(doc, start, lexis)
    if len(run) == 1:
        titled = before is not None and before.lower_ in lexis.titles and before.is_title
        alone = run[0]
        person = sorts[alone] is Sort.NAME and not doc[alone].text.isupper() and (titled or acts)
        return Found(start, end, "PERSON") if person else None
    if _is_place(before, run, doc, lexis) and not (acts or posted):
        return None
    known = any(doc[i].text.casefold() in lexis.given for i in run)
    foreign = all(sorts[i] is Sort.NAME for i in run)
    hyphen = any("-" in doc[i].text for i in run)
    particle = run[-1] - start >= len(run)
    acts = acts or doc[end : end + 1].text == "will"
    if known or foreign or hyphen or particle or acts or posted:
        return Found(start, end, "PERSON")
    return None


def _particle_start(doc: Doc, start: int) -> int:
    """Go back over the particles of a surname: "Mr van der Heyden", "according to von Luben"."""
    at = start
    while at > 0 and doc[at - 1].text in PARTICLES and not doc[at].is_sent_start:
        at -= 1
    titled = at > 0 and doc[at - 1].lower_ in HONORIFICS
    return at if titled or (at < start and doc[at].text in CLEAR_PARTICLES) else start


def _is_place(before: Token | None, run: list[int], doc: Doc, lexis: Lexis) -> bool:
    if before is None or before.lower_ not in LOCATIVES:
        return False
    return not any(doc[i].text.casefold() in lexis.given for i in run) and before.lower_ != "to"


def _acts(doc: Doc, end: int, lexis: Lexis) -> bool:
    """Say whether what follows a name is what persons do, or a post in apposition."""
    rest = [token for token in doc[end : end + 4] if not token.is_space]
    if not rest or rest[0].is_sent_start:
        return False
    first = rest[0]
    if first.lemma_ in lexis.speech or first.lemma_ in DEEDS:
        return True
    if first.text in {",", "(", "–", "—"} and len(rest) > 1:
        second = rest[1].lower_ if rest[1].lower_ not in DETERMINERS else rest[-1].lower_
        return second in lexis.titles or second in {"who", "whose", "formerly", "former", "member"}
    return False


def _follows_post(doc: Doc, start: int, lexis: Lexis) -> bool:
    """Say whether a post, or a post and a comma, stands before a name."""
    at = start - 1
    while at >= 0 and doc[at].text in {",", "(", "–", "—", ":"}:
        at -= 1
    if at < 0:
        return False
    if doc[at].lower_ in lexis.titles or doc[at].lemma_ in lexis.titles:
        return True
    # "the Ambassador of Kazakhstan to the United Kingdom, X": a post earlier in the clause
    if at == start - 1:
        return False
    for i in range(at, max(-1, at - 14), -1):
        if doc[i].text in {",", ";", "."}:
            return False
        if doc[i].lower_ in lexis.titles and (doc[i].is_title or i == at):
            return True
        if doc[i].is_sent_start:
            return False
    return False


def _peer_end(doc: Doc, honorific: Token, end: int) -> int:
    """Return where a peer's name ends: "Lord Penhallow of Zennor"."""
    if honorific.lower_ not in PEERS or end + 1 >= len(doc) or doc[end].text != "of":
        return end
    stop = end + 1
    while stop < len(doc) and is_capital(doc[stop]):
        stop += 1
    return stop if stop > end + 1 else end


def _surnames(doc: Doc, found: Sequence[Found]) -> set[str]:
    """Return the words by which a person named in full may be named again."""
    return {
        doc[i].text
        for name in found
        if name.label == "PERSON"
        for i in range(name.start, name.end)
        if len(doc[i].text) > 2 and is_capital(doc[i]) and not is_initial(doc[i])
    }


def _body_start(doc: Doc, chain: list[int], at: int, lexis: Lexis) -> int:
    start = at
    for i in reversed(chain[: chain.index(at)]):
        if i != start - 1 or doc[i].lower_ in HONORIFICS:
            break
        if sort_word(doc[i], lexis) is Sort.TITLE and doc[i].lower_ not in {"foreign", "first"}:
            break
        start = i
    if start > 1 and _is_pair(doc, start, lexis):
        start -= 2
    start = _field_start(doc, start, lexis)
    if doc[start].lower_ in {"the", "a", "this", "that", "our", "both", "his", "her"}:
        start += 1
    return start


def _field_start(doc: Doc, start: int, lexis: Lexis) -> int:
    """Go back over "the International Relations and" before "Defence Committee"."""
    if start < 3 or doc[start - 1].text not in {"and", "&"}:
        return start
    at = start - 1
    while at > 0 and is_capital(doc[at - 1]) and sort_word(doc[at - 1], lexis) is Sort.WORD:
        at -= 1
    return at if at < start - 1 and doc[at - 1].lower_ in DETERMINERS | {"'s", "’s"} else start


def _is_pair(doc: Doc, at: int, lexis: Lexis) -> bool:
    """Say whether two names of places joined by a dash stand here: "British-Kazakh"."""
    if doc[at - 1].text not in {"-", "–"} or doc[at - 1].whitespace_:
        return False
    return all(sort_word(doc[i], lexis) is Sort.PLACE for i in (at - 2, at))


def _body_end(
    doc: Doc, at: int, lexis: Lexis, places: Mapping[int, int], bodies: Mapping[int, int]
) -> int:
    """Return where a body's name ends: over capitals, and "of", "for", "and" before capitals."""
    end = at + 1
    while end < len(doc) and not doc[end].is_sent_start:
        token = doc[end]
        if end in places and doc[end - 1].text in LINKS:
            return places[end]
        if end in bodies and doc[end - 1].text in LINKS:
            end = bodies[end]
            continue
        if is_capital(token):
            sort = sort_word(token, lexis)
            linked = doc[end - 1].text in LINKS
            if token.lower_ in HONORIFICS or token.lower_ in CALENDAR or end in places:
                break
            if sort in (Sort.NAME, Sort.TITLE) and not linked:
                break
            end += 1
        elif token.text in LINKS or (token.text == "," and _lists_fields(doc, end, lexis)):
            step = end + 1
            if token.text == "and" and doc[step : step + 1].text == "the":
                break  # "the Institute of A and the School of B"
            while step < len(doc) and doc[step].text in {"the", "of", "for"}:
                step += 1
            if step >= len(doc) or not is_capital(doc[step]) or doc[step].is_sent_start:
                break
            if doc[step].lower_ in CALENDAR:
                break
            if token.text == "and" and sort_word(doc[step], lexis) is not Sort.WORD:
                break
            end = step
        else:
            break
    return end


def _lists_fields(doc: Doc, comma: int, lexis: Lexis) -> bool:
    """Say whether a comma is inside a name: "Foreign Affairs, Defence and Security"."""
    if comma + 2 >= len(doc) or sort_word(doc[comma + 1], lexis) is not Sort.WORD:
        return False
    return is_capital(doc[comma + 1]) and doc[comma + 2].text in {"and", ",", "&"}
