"""Names of persons in a Doc, and which of them name one person."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graphkit.extract.nodes import Node
from graphkit.extract.senses import Sort
from graphkit.languages.document import INITIAL, Document, Entity, Token

# Letters that Kazakh writes and Russian spelling, or a hurried hand, leaves out.
FOLDED = str.maketrans("әғқңөұүһіё", "агкноуухие")
GLIDE = re.compile(r"y(?=[aeiou])")  # Kalmurzayev and Kalmurzaev
MAX_PARTS = 5
# Words of a full name; letters of a family name that inflection leaves alone, beside a
# given name and without one.
FULL, UNCHANGED, TELLING = 2, 3, 4
SYLLABLE = 4  # letters of a word of a Korean name
POSSESSED = "Person[psor]"


@dataclass(frozen=True, slots=True)
class Particles:
    """Small words of names: those that lead on ("van"), and patronymics, which may end one."""

    leading: frozenset[str]
    ending: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Say whether a word is one of either sort."""
        return word in self.leading or word in self.ending


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return a name for comparison in one release: case, accents, Kazakh letters do not count."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(FOLDED))
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "-’'`")
    return GLIDE.sub("", letters)


def likely_persons(doc: Document) -> set[int]:
    """Return tokens that surely belong to persons: the recogniser's, initials with theirs."""
    found = {i for ent in doc.ents if ent.label == "PERSON" for i in range(ent.start, ent.end)}
    for token in doc[:-1]:
        if token.is_initial and (token.nbor().is_capital or token.nbor().is_initial):
            found |= {token.i, token.i + 1}
    return found


def find_persons(
    doc: Document,
    closed: set[int],
    particles: Particles,
    starts: Callable[[int], bool],
    titles: Callable[[int], bool],
    ends: Callable[[Token], bool],
    honorifics: set[int],
) -> list[Node]:
    """Return the persons named in a Doc.

    A name is what the recogniser calls PERSON, what initials announce, and what stands in
    capitals where a title has just ended (``starts``) or a comma before one begins
    (``titles``); all are stretched over capitals and particles of names beside them.
    ``closed`` are tokens of other phrases; ``ends`` tells a form that nothing can follow.
    """
    taken: set[int] = set()
    nodes = []
    spans = sorted(_candidates(doc, closed, particles, starts, titles, ends))
    for start, end in _apart(doc, spans):
        while start - 1 in honorifics:
            start -= 1
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            nodes.append(Node(Sort.PERSON, start, end, end - 1))
    return nodes


def _apart(doc: Document, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut two names that stand side by side, as guest and host do in a Kazakh headline.

    «Мартон Варга Ерлан Сәрсеновпен кездесті»: both halves begin a name elsewhere too;
    «Варга Сәрсеновпен кездесті»: both words end one.
    """
    headline = _headline_end(doc)
    full = [(start, end) for start, end in spans if end - start >= FULL]
    heads = Counter(_head(doc, start) for start, _ in full)
    given: defaultdict[str, set[str]] = defaultdict(set)  # by family name
    for start, end in full:
        given[fold(doc[end - 1].text)[:TELLING]].add(fold(doc[start].text))
    for start, end in spans:
        middle = (start + end) // 2
        if end - start == 2 * FULL:
            one, other = _head(doc, start), _head(doc, middle)
            two = one != other and heads[one] > 1 and heads[other] > 0
        elif end - start == FULL and doc[start].idx < headline:
            first, last = (fold(doc[i].text) for i in (start, middle))
            two = bool(given.get(first[:TELLING]) and given[last[:TELLING]] - {first})
        else:
            two = False
        yield from ((start, middle), (middle, end)) if two else ((start, end),)


def _headline_end(doc: Document) -> int:
    """Return where the title ends, or a first line without a full stop; 0 without either."""
    line = doc.text.partition("\n")[0].rstrip()
    is_title = len(line) < len(doc.text.rstrip()) and line[-1:].isalnum()
    return max(int(doc.title_end), len(line) if is_title else 0)


def _head(doc: Document, start: int) -> tuple[str, str]:
    """A given name, and as much of the family name as no ending changes."""
    return fold(doc[start].text), fold(doc[start + 1].text)[:UNCHANGED]


def _candidates(
    doc: Document,
    closed: set[int],
    particles: Particles,
    starts: Callable[[int], bool],
    titles: Callable[[int], bool],
    ends: Callable[[Token], bool],
) -> Iterator[tuple[int, int]]:
    named: set[int] = set()
    towns = {i for ent in doc.ents if ent.label == "GPE" for i in range(ent.start, ent.end)}
    for ent in doc.ents:
        if (
            ent.label != "PERSON"
            or (doc[ent.start].is_stop and (len(ent) < 2 or doc[ent.start].is_sent_start))
            or any(i in closed for i in range(ent.start, ent.end))
        ):
            continue
        start, end = _trim(doc, ent, ends)
        if end == ent.end and not ends(doc[end - 1]):
            end = _stretch(doc, end, closed | towns, particles)
        while start > 0 and start - 1 not in closed and _may_precede(doc[start - 1]):
            start -= 1
        named.update(range(start, end))
        yield start, end
    for token in doc:
        i = token.i
        if i in named or i in closed:
            continue
        follows = doc[i + 1] if i + 1 < len(doc) and i + 1 not in closed else None
        if token.is_initial and follows is not None:
            if follows.is_initial or follows.is_capital or follows.lower_ in particles:
                end = _stretch(doc, i + 1, closed, particles)
                if any(t.is_capital for t in doc[i:end]):
                    yield i, end
        elif (stop := _before_title(doc, i, closed, particles, titles)) is not None:
            yield i, stop
        elif (
            token.is_capital
            and starts(i)
            and not (token.is_sent_start or token.is_stop or ends(token))
        ):
            end = _stretch(doc, i + 1, closed, particles)
            if end - i > 1:
                yield i, end


def _trim(doc: Document, ent: Entity, ends: Callable[[Token], bool]) -> tuple[int, int]:
    """Only the last part of a name inflects: «Жарлығымен Аты Тегі», «Аты Тегінің Экономикалық»."""
    start, end = ent.start, ent.end
    if end - start > FULL and doc[start].is_sent_start and doc[start].pos_ == "VERB":
        start += 1  # «Беседовала Имя Фамилия.»
    while end - start > FULL and ends(doc[start]) and doc[start].morph.get(POSSESSED):
        start += 1
    for token in doc[start + 1 : end - 1]:
        if ends(token) and token.morph.get("Case") == ["Gen"] and token.text[:1].isupper():
            return start, token.i + 1
    return start, end


def _may_precede(token: Token) -> bool:
    """Initials, or a family name of one letter («О Чи Хун»), open a name."""
    return token.is_initial or (len(token.text) == 1 and token.text.isupper() and token.is_alpha)


def _before_title(
    doc: Document,
    i: int,
    closed: set[int],
    particles: Particles,
    titles: Callable[[int], bool],
) -> int | None:
    """Return where capitals that open a line or clause end, if a comma and a title follow them."""
    opens = i == 0 or doc[i - 1].is_space or doc[i - 1].text in {"-", "–", "—", ";", ":", ","}
    if not opens or not doc[i].is_capital or doc[i].pos_ == "PRON" or doc[i].is_stop:
        return None  # "On Tuesday, President X …"
    end = i + 1
    while (
        end < len(doc)
        and end not in closed
        and (doc[end].is_capital or doc[end].lower_ in particles)
    ):
        end += 1
    follows = doc[end].text if end < len(doc) else ""
    return end if end - i > 1 and follows in {",", "–", "—"} and titles(end + 1) else None


def _stretch(doc: Document, end: int, closed: set[int], particles: Particles) -> int:
    """Return where a name that has begun ends: over capitals, initials and particles."""
    begin = end
    while end < len(doc) and end not in closed and end - begin < MAX_PARTS:
        token = doc[end]
        if token.is_sent_start:
            break
        if token.is_initial and end + 1 < len(doc) and doc[end + 1].is_capital:
            if any(t.is_capital for t in doc[max(0, begin - 1) : end]):
                break  # the initials of the next name
            end += 1
        elif (
            token.is_capital
            or token.is_initial
            or _is_syllable(doc, end)
            or (token.lower_ in particles and _has_capital_after(doc, end, closed, particles))
            or token.lower_ in particles.ending
        ):
            end += 1
        else:
            break
    return end


def _is_syllable(doc: Document, at: int) -> bool:
    """One letter ends a name of short words («Ким Чжин У»), but opens no other."""
    token, before = doc[at], doc[max(0, at - FULL) : at]
    follows = doc[at + 1] if at + 1 < len(doc) else None
    return (
        len(token) == 1
        and token.text.isupper()
        and token.is_alpha
        and all(len(t) <= SYLLABLE and t.is_capital for t in before)
        and (follows is None or not follows.text[:1].isupper())
    )


def _has_capital_after(doc: Document, at: int, closed: set[int], particles: Particles) -> bool:
    for i in range(at + 1, min(at + 3, len(doc))):
        if i in closed:
            return False
        if doc[i].is_capital:
            return True
        if doc[i].lower_ not in particles:
            return False
    return False


@dataclass(frozen=True, slots=True)
class PersonName:
    """A nominative name in parts: given names and surname, and the initials of given names."""

    text: str
    parts: tuple[str, ...]
    initials: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Say whether it has a given name and a surname."""
        return len(self.parts) > 1


def read_name(text: str, honorifics: frozenset[str]) -> PersonName:
    """Split a nominative name into folded parts and initials.

    >>> read_name("Е.Көшербаев", frozenset()).initials
    ('е',)
    """
    bare = drop_honorifics(text, honorifics)
    words = re.sub(r"(?<=\.)(?=[^\W\d_]{2})", " ", bare).split()
    parts, initials = [], []
    for word in words:
        if word.casefold().strip(".") in honorifics:
            continue
        if INITIAL.match(word):
            initials += [fold(piece) for piece in re.findall(r"[^\W\d_]+", word)]
        else:
            parts.append(fold(word))
    return PersonName(text, tuple(parts), tuple(initials))


def drop_honorifics(text: str, honorifics: frozenset[str]) -> str:
    """Return a name without the words of courtesy that open it or stand in it.

    >>> drop_honorifics("His Excellency Mr. Omar", frozenset({"his excellency", "mr"}))
    'Omar'
    """
    words = text.split()
    while len(words) > 2 and " ".join(words[:2]).casefold() in honorifics:
        words = words[2:]
    return " ".join(w for w in words if w.casefold().strip(".") not in honorifics)


def same_part(left: str, right: str) -> bool:
    """Say whether two parts are one word, but for an ending that the dictionary form mistook.

    Inside one release «Койшибеков» and «Койшибекова» beside one initial are one name.

    >>> same_part("хамидзод", "хамидзода"), same_part("ли", "лим")
    (True, False)
    """
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    stem = short.rstrip("аеёиоуыэюяьй")
    return len(stem) > 3 and len(long) - len(stem) <= 3 and long.startswith(stem)


def same_person(short: PersonName, full: PersonName) -> float:
    """Return how surely a name in a text repeats a fuller one (0: it does not).

    The surname must be there, and initials must begin the other parts.
    """
    if not short.parts or not full.parts:
        return 0.0
    left = list(full.parts)
    exact = True
    for part in short.parts:
        found = next((p for p in left if p == part), None)
        if found is None:
            found, exact = next((p for p in left if same_part(p, part)), None), False
        if found is None:
            return 0.0
        left.remove(found)
    sure = 1.0 if exact else 0.9
    if not short.initials:
        if not left:
            return sure
        return sure * (0.95 if same_part(short.parts[-1], full.parts[-1]) else 0.7)
    given = [*left, *full.initials]
    if not given:
        return 0.6 * sure
    return 0.97 * sure if any(g.startswith(short.initials[0]) for g in given[:2]) else 0.0
