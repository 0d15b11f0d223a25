"""Russian word order: the head stands first, its owner after it in the genitive."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pymorphy3
from spacy.tokens import Doc, Token

from graphkit.languages.syntax import Bond, Link, Phrase

DASHES = frozenset("-–—")
CONJUNCTIONS = frozenset({"и", ",", ";", "а", "также"})
AT = frozenset({"в", "во", "на", "при"})
FOR = frozenset({"по", "с", "со", "для", "между", "от"})
MAX_NAME = 16


@lru_cache(maxsize=1)
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=100_000)
def _cases(word: str) -> frozenset[str]:
    """Return the cases that a form may stand in; a word that does not decline has all."""
    tags = [p.tag for p in _analyzer().parse(word)]
    cases = {str(t.case) for t in tags if t.case}
    if not cases or any("Fixd" in t or "Abbr" in t for t in tags):
        cases |= {"nomn", "gent", "datv", "accs", "ablt", "loct"}
    return frozenset(cases)


@lru_cache(maxsize=100_000)
def _parts(word: str) -> frozenset[str]:
    return frozenset(str(p.tag.POS) for p in _analyzer().parse(word))


@lru_cache(maxsize=10_000)
def _genitive(word: str) -> str:
    """Return the genitive of a nominative word of a name, as it is where it does not decline."""
    parsed = next((p for p in _analyzer().parse(word) if p.tag.case == "nomn"), None)
    formed = parsed.inflect({"gent"}) if parsed is not None and not word.isupper() else None
    if formed is None or parsed is None:
        return word
    return formed.word.capitalize() if word[:1].isupper() else str(formed.word)


def _may_be(token: Token, case: str) -> bool:
    if token.text.isupper() and len(token.text) > 1:
        return True
    return case in _cases(token.lower_)


def _is_adjective(token: Token) -> bool:
    return bool(_parts(token.lower_) & {"ADJF", "PRTF"})


def _is_noun(token: Token) -> bool:
    return "NOUN" in _parts(token.lower_)


class RussianSyntax:
    """See :class:`graphkit.languages.syntax.Syntax`."""

    home: str | None = None
    owner_words = ""
    small_honorifics = True
    titles_in_rows = True
    pronouns = frozenset("он она его её ее него неё нее которую который которая".split())
    person_pronouns = frozenset("он она последний последняя".split())

    def head(self, doc: Doc, start: int, end: int) -> int:
        """The first noun that no adjective precedes carries the case."""
        for i in range(start, end):
            if doc[i].is_alpha and not (_is_adjective(doc[i]) and not _is_noun(doc[i])):
                return i
        return start

    def bonds(self, doc: Doc, left: Phrase, right: Phrase) -> tuple[Bond, ...]:
        """Genitive neighbour: owner; в, на, при: place; по: topic; an adjective before: owner."""
        between = doc[left.end : right.start]
        gap = [t.lower_ for t in between]
        if any(t.is_space for t in between):
            return ()
        if not gap:
            found = []
            if left.end - left.start == 1 and _is_adjective(doc[left.head]):
                found.append(Bond(Link.OWNER, False))
            if any(_may_be(doc[i], "gent") for i in range(right.head, right.end)):
                found.append(Bond(Link.OWNER, True))
            return tuple(found)
        if all(word in CONJUNCTIONS or word in DASHES for word in gap) and len(gap) <= 2:
            return (Bond(Link.AND, True),)
        if len(gap) == 1 and gap[0] in AT:
            return (Bond(Link.AT, True),)
        if len(gap) == 1 and gap[0] in FOR:
            return (Bond(Link.FOR, True),)
        return ()

    def name_extent(
        self, doc: Doc, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """Reach left over agreeing adjectives, right over genitives, «по …» and quotations."""
        first = start
        while (
            first > 0
            and not closed(first - 1)
            and doc[first - 1].text.replace("-", "").isalpha()
            and "ADJF" in _parts(doc[first - 1].lower_)
            and doc[first - 1].sent == doc[start].sent
            and _cases(doc[first - 1].lower_) & _cases(doc[first].lower_)
        ):
            first -= 1
        return first, self._right(doc, end, closed)

    def _right(self, doc: Doc, end: int, closed: Callable[[int], bool]) -> int:
        case, at, last = "gent", end, end
        while at < len(doc) and at - end < MAX_NAME and not closed(at):
            token = doc[at]
            if token.sent != doc[end - 1].sent or token.is_space:
                break
            if token.lower_ in {"по", "при"} and at == end:
                case = "datv" if token.lower_ == "по" else "loct"
            elif token.lower_ == "имени" or token.lower_ == "им":
                return self._named_after(doc, at + 1)
            elif token.text == "«" or token.text == "“":
                close = next(
                    (j for j in range(at, min(at + 10, len(doc))) if doc[j].text in "»”"), at
                )
                return close + 1 if close > at else last
            elif token.lower_ in {"и", ","}:
                following = doc[at + 1] if at + 1 < len(doc) else None
                if following is None or not self._fits(following, case) or closed(at + 1):
                    break
                if token.lower_ == "," and not self._list_goes_on(doc, at + 1, closed):
                    break
            elif self._fits(token, case):
                last = at + 1
            else:
                break
            at += 1
        return last

    def _list_goes_on(self, doc: Doc, at: int, closed: Callable[[int], bool]) -> bool:
        """A comma continues the name only where the list is closed by «и»."""
        for token in doc[at : min(at + 8, len(doc))]:
            if token.lower_ == "и":
                return True
            if closed(token.i) or (token.is_punct and token.text != ","):
                return False
        return False

    def _fits(self, token: Token, case: str) -> bool:
        return (
            token.is_alpha
            and len(token.text) > 1
            and (_is_noun(token) or _is_adjective(token))
            and case in _cases(token.lower_)
        )

    def _named_after(self, doc: Doc, at: int) -> int:
        while at < len(doc) and (doc[at].text[:1].isupper() or doc[at].text in {".", "-", "аль"}):
            at += 1
        return at

    def is_title_before(self, doc: Doc, title: Phrase, person: Phrase) -> bool:
        """The title stands directly before the name, or before a dash in a list."""
        gap = [t.text for t in doc[title.end : person.start] if not t.is_space]
        return not gap or (len(gap) == 1 and (gap[0] in DASHES or gap[0] == ":"))

    def is_title_after(self, doc: Doc, person: Phrase, title: Phrase) -> bool:
        """«Имя, председатель …», «Имя – советник …», «Имя (…)»."""
        gap = [t.text for t in doc[person.end : title.start] if not t.is_space]
        return len(gap) == 1 and (gap[0] in DASHES or gap[0] in {",", "("})

    def agent_follows(self, doc: Doc, start: int, end: int) -> bool:
        """«во главе с», «под руководством», «возглавляемая» name the leader behind."""
        first, last = doc[start].lower_, doc[end - 1].lower_
        before = doc[start - 1].lower_ if start else ""
        passive = "PRTF" in _parts(last) and not last.endswith(("вший", "вшая", "ющий", "ющая"))
        return first in {"во", "под"} or passive or before in self.pronouns or last.endswith("и")

    def is_predicate(self, doc: Doc, title: Phrase) -> bool:
        """«назначен послом», «занимала пост министра», «был секретарём»."""
        before = [t.lower_ for t in doc[max(0, title.start - 3) : title.start]]
        if any(w in {"пост", "поста", "должность", "должности", "посту"} for w in before):
            return True
        cases = _cases(doc[title.head].lower_)
        return cases == {"ablt"} or ("ablt" in cases and "nomn" not in cases)

    def subject_follows(self, doc: Doc, title: Phrase, person: Phrase) -> bool:
        """«Послом … назначен Имя»."""
        between = doc[title.end : person.start]
        return len(between) <= 3 and any("PRTS" in _parts(t.lower_) for t in between)

    def marks_side(self, doc: Doc, start: int, end: int) -> bool:
        """«с казахстанской стороны», «от Казахстана – …»."""
        before = doc[start - 1].lower_ if start else ""
        behind = doc[end : end + 1].text.casefold()
        return behind.startswith("сторон") or (before == "от" and behind in DASHES)

    def compose(self, country: str, body: str) -> tuple[str, ...]:
        """Return names of a country's body: «Министерство юстиции Италии»."""
        return (f"{body} {' '.join(_genitive(word) for word in country.split())}",)

    def is_plural(self, token: Token) -> bool:
        """Say whether a noun stands in the plural, by its analysis."""
        return "Plur" in token.morph.get("Number", [])

    def is_verb(self, token: Token) -> bool:
        """Say whether a word is a form of a verb, by its analysis."""
        return token.pos_ in {"VERB", "AUX"}

    def complement_end(self, doc: Doc, title: Phrase, closed: Callable[[int], bool]) -> int:
        """What a title names is found as a phrase of its own."""
        return title.end

    def is_owner(self, doc: Doc, title: Phrase) -> bool:
        """The genitive makes an owner."""
        cases = _cases(doc[title.head].lower_)
        return "gent" in cases and "nomn" not in cases

    def owned(self, owner: str, body: str) -> tuple[str, ...]:
        """Return the name with its owner in the genitive, where the text may have it bare."""
        return ()

    def is_tongue(self, doc: Doc, start: int, end: int) -> bool:
        """«на французском языке»."""
        return doc[end : end + 1].text.casefold().startswith("язык")

    def ends_name(self, token: Token) -> bool:
        """All parts of a Russian name inflect."""
        return False

    def portfolio(
        self, doc: Doc, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """«министр экономики» + «и коммерции», «министр» + «цифрового развития и транспорта»."""
        reach = self._right(doc, end, closed)
        last = end
        for token in doc[end:reach]:
            if token.text[:1].isupper():
                break
            if token.is_alpha and token.lower_ != "и":
                last = token.i + 1
        return start, last

    def possessed(self, body: str) -> str:
        """Russian bodies have no form for an owner."""
        return body


SYNTAX = RussianSyntax()
