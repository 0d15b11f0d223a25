"""How Russian tells of events: prepositions and cases say who takes part and where."""

from __future__ import annotations

from graphkit.languages.document import Document, Token
from graphkit.languages.narration import Telling
from graphkit.languages.russian.syntax import _cases, _parts
from graphkit.languages.syntax import Phrase

BACK = frozenset(
    "ходе итогам завершение завершении время рамках после на окончании участие полях кулуарах "
    "работе начале церемонии перед до".split()
)
TOPIC = frozenset("к для о об обо про ради планах подготовке подготовку".split())
NO_PART = frozenset("о об обо про для к ко по из без за над от до после через на в во при".split())
LEADS = frozenset({"вести", "открыть", "возглавить", "завершить", "закрыть"})
BEHALF = frozenset("приглашению поручению инициативе просьбе имени указу".split())
REACH = 12


def _is_past(token: Token) -> bool:
    return "Past" in token.morph.get("Tense") or bool(_parts(token.lower_) & {"PRTS"})


def _is_future(token: Token) -> bool:
    return "Fin" in token.morph.get("VerbForm") and not _is_past(token)


class RussianNarration:
    """See :class:`graphkit.languages.narration.Narration`."""

    verb_last = False
    partner_words = frozenset({"с", "со"})
    company_words = frozenset({"с", "со", "участием"})
    plurals = frozenset("они стороны собеседники".split())

    def telling(self, doc: Document, start: int, end: int, holds: frozenset[int]) -> Telling:
        """A past form tells; a noun needs «состоялась» or its like in its clause."""
        first = doc[start]
        if first.pos_ in {"VERB", "AUX"} or (
            _parts(first.lower_) & {"VERB", "PRTS"} and first.pos_ != "NOUN"
        ):
            return self._of_verb(doc, start)
        if start == first.sent.start and end < len(doc) and doc[end].lemma_ in LEADS:
            return Telling.BACK  # «Беседу вёл …», «Форум открыли …»
        before = [t.lower_ for t in doc[max(first.sent.start, start - 4) : start]]
        back = any(w in BACK for w in before[-3:]) or before[-1:] in (["в"], ["во"])
        if any(w in TOPIC for w in before[-3:]):
            return Telling.NAMED
        if back and any(start - 4 <= i < start and _is_future(doc[i]) for i in holds):
            return Telling.PLANNED  # «примет участие в конференции»
        if back and not _is_held_in(doc, start, holds):
            return Telling.BACK
        verbs = [i for i in holds if abs(i - start) <= REACH and doc[i].sent == first.sent]
        if any(_is_past(doc[i]) or "Pres" in doc[i].morph.get("Tense") for i in verbs):
            return Telling.TOLD
        if any(_is_future(doc[i]) for i in verbs):
            return Telling.PLANNED
        return Telling.NAMED

    def _of_verb(self, doc: Document, at: int) -> Telling:
        token = doc[at]
        parts = _parts(token.lower_)
        if "PRTF" in parts and not parts & {"PRTS", "VERB"}:
            return Telling.ASIDE
        if _is_past(token):
            return Telling.TOLD
        if "INFN" in parts:
            return Telling.NAMED
        if "GRND" in parts:
            return Telling.NAMED
        imperfective = token.lemma_.endswith(("иться", "дить", "находиться", "посещать"))
        if "Pres" in token.morph.get("Tense") and imperfective:
            return Telling.TOLD
        return Telling.PLANNED

    def opens_clause(self, doc: Document, token: int) -> bool:
        """«где», «когда», «тогда как» open a clause."""
        return doc[token].lower_ in {"где", "когда", "куда", "что"}

    def takes_part(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """Nobody takes part behind «о», «для», «к»."""
        at = phrase.start - 1
        while at > 0 and (_parts(doc[at].lower_) & {"ADJF", "PRTF"} and doc[at].text[:1].islower()):
            at -= 1
        before = doc[at].lower_ if at >= 0 else ""
        return before not in NO_PART and before not in BEHALF

    def is_subject(self, doc: Document, phrase: Phrase) -> bool:
        """The subject is in the nominative and has no preposition."""
        before = doc[phrase.start - 1] if phrase.start else None
        if before is not None and (before.pos_ == "ADP" or before.lower_ in NO_PART):
            return False
        words = [doc[phrase.head], doc[phrase.start]]
        if doc[phrase.start].text[:1].islower():
            words = [doc[phrase.start]]  # a title's case is surer than a name's
        return any("nomn" in _cases(w.lower_) or "Nom" in w.morph.get("Case") for w in words)

    def owns_clause(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """No genitive makes a subject."""
        return False

    def event_end(self, doc: Document, start: int, end: int) -> int:
        """The words stand together."""
        return end

    def is_location(self, doc: Document, place: Phrase, *, goal: bool = False) -> bool:
        """«в Астане» says where; with ``goal`` also «в Астану», «посетил Астану»."""
        before = doc[place.start - 1].lower_ if place.start else ""
        if before in {"городе", "столице"}:
            return True
        cases = _cases(doc[place.head].lower_)
        if before in {"в", "во", "на"}:
            return goal or "loct" in cases
        return goal and "accs" in cases and doc[place.start - 1].lemma_ in {"посетить", "посещать"}

    def modified_side(self, doc: Document, start: int, end: int) -> int:
        """A participle before the visit («прибывший с визитом») modifies the noun before it."""
        if "PRTF" in _parts(doc[start].lower_) and start and doc[start - 1].text != ",":
            return 1  # «прибывшие делегации»
        stretch = doc[max(doc[start].sent.start, start - 5) : end]
        return (
            -1 if any("PRTF" in _parts(t.lower_) and t.text[:1].islower() for t in stretch) else 0
        )

    def is_host(self, doc: Document, body: Phrase, start: int, end: int) -> bool:
        """«заседание Совета»: the owner stands behind in the genitive."""
        return 0 <= body.start - end <= 1 and "gent" in _cases(doc[body.head].lower_)

    def tells_apart(self, doc: Document, start: int, end: int) -> bool:
        """Partners in a row are taken to have met together."""
        return False

    def is_denied(self, doc: Document, start: int, end: int) -> bool:
        """«не состоялась», «не встречался»."""
        sentence = doc[start].sent
        around = doc[max(sentence.start, start - 3) : min(sentence.end, end + 3)]
        return any(t.lower_ == "не" for t in around)


def _is_held_in(doc: Document, start: int, holds: frozenset[int]) -> bool:
    """«в Астане прошла …» is no «в ходе …»: the verb stands between preposition and noun."""
    return any(start - 3 <= i < start for i in holds)


NARRATION = RussianNarration()
