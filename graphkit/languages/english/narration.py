"""How English tells of events: tense of the verb, prepositions, word order."""

from __future__ import annotations

from graphkit.languages.document import Document, Token
from graphkit.languages.narration import Telling
from graphkit.languages.syntax import Phrase

MODALS = frozenset(
    "will would shall should may might can could must to intends plans hopes wants ready".split()
)
ADVERBS = frozenset("also then later soon not be been have jointly first again".split())
BACK = frozenset(
    "during at after following before told throughout by joined to in margins sidelines since "
    "concluding ahead prior".split()
)
TOPIC = frozenset("for about on next upcoming forthcoming future proposed".split())
DETERMINERS = frozenset("the a an its his her their this these that of both".split())
NO_PART = frozenset("about for on under in at from like than of to into over whose".split())
NOUN_ENDS = ("ing", "tion", "tions", "ings", "talks", "visit", "visits", "trip", "session", "forum")
AWAY = frozenset("to visited toured visiting visit".split())
REACH = 14
BE = frozenset("is are was were be been being".split())
IRREGULAR = frozenset("met held spoke took gave went sat led began paid made hosted".split())


def _is_past(token: Token) -> bool:
    word = token.lower_
    return word in IRREGULAR or word.endswith("ed")


def _before(doc: Document, at: int, reach: int = 3) -> list[str]:
    """Return the words before a token in its sentence, nearest last."""
    return [t.lower_ for t in doc[max(doc[at].sent.start, at - reach) : at]]


class EnglishNarration:
    """See :class:`graphkit.languages.narration.Narration`."""

    verb_last = False
    partner_words = frozenset({"with", "by"})
    company_words = frozenset({"with", "by", "of"})
    plurals = frozenset("they both them".split())

    def telling(self, doc: Document, start: int, end: int, holds: frozenset[int]) -> Telling:
        """A past form tells; a noun needs "held" or its like in its clause."""
        first = doc[start]
        words = [w for w in _before(doc, start) if w not in ADVERBS]
        before = words[-1] if words else ""
        if _is_past(first) or (first.lower_ in BE and any(map(_is_past, doc[start + 1 : end]))):
            if before in MODALS:
                return Telling.PLANNED
            if before == "newly" or (before in DETERMINERS and before not in {"both", "that"}):
                return Telling.ASIDE  # "the newly appointed Ambassador", "the signed paper"
            return Telling.ASIDE if _is_reduced(doc, start, end) else Telling.TOLD
        if before in MODALS and first.lower_ == first.lemma_:
            return (
                Telling.PLANNED if before in {"will", "would"} or "will" in words else Telling.NAMED
            )
        if (
            first.lower_.endswith("s")
            and first.text == f"{first.lemma_}s"
            and first.idx < doc.title_end
        ):
            return Telling.TOLD
        if first.lower_ == "visiting":
            return Telling.TOLD if before in {"is", "was", "are", "were", ","} else Telling.NAMED
        return self._of_noun(doc, start, end, holds)

    def _of_noun(self, doc: Document, start: int, end: int, holds: frozenset[int]) -> Telling:
        sentence = doc[start].sent
        if _is_passive(doc, start, end):
            return Telling.BACK
        near = _before(doc, start, 4)
        if doc[end - 1].lemma_ == "visit" and _is_on(doc, start):
            return Telling.TOLD
        hosted = any(0 <= i - end <= 2 and _is_past(doc[i]) for i in holds)
        if hosted:
            return Telling.TOLD
        if any(w in TOPIC - {"on", "for"} for w in near) and not _held(doc, start, holds):
            return Telling.NAMED
        if _is_of_guest(doc, start, end):
            return Telling.TOLD
        if any(w in {"on", "for"} for w in near[-2:]):
            return Telling.NAMED
        back = any(w in BACK for w in near) and any(
            w in {"the", "this", "her", "his", "its", "their"} for w in near
        )
        if _joins(doc, start, end):
            return Telling.BACK
        verbs = [
            i
            for i in holds
            if i in range(sentence.start, sentence.end)
            and (abs(i - start) <= REACH or (i > start and _takes_place(doc, i)))
        ]
        verbs = [
            i
            for i in verbs
            if not any(doc[j].lower_ in {"where", ";"} for j in range(min(i, start), max(i, start)))
        ]
        if back and not any(0 < start - i <= 4 for i in verbs):
            return Telling.BACK
        for i in verbs:
            between = doc[min(i, start) + 1 : max(i, start)]
            if any(_is_past(t) and t.i not in holds for t in between) and i < start:
                continue
            words = [w for w in _before(doc, i) if w not in ADVERBS]
            if words and words[-1] in MODALS:
                return Telling.PLANNED if words[-1] in {"will", "would"} else Telling.NAMED
            if _is_past(doc[i]) or doc[i].lower_ in {"is", "are"} or doc[i].idx < doc.title_end:
                return Telling.TOLD
        return Telling.NAMED

    def opens_clause(self, doc: Document, token: int) -> bool:
        """'where', 'while', 'when', 'as' open a clause."""
        word = doc[token].lower_
        if word == "that":
            before = doc[token - 1].lower_ if token else ""
            return before.endswith(("ed", "said")) or before in {"that", "confident"}
        return word in {"where", "while", "when", "whereas"}

    def takes_part(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """Nobody takes part behind 'about', 'for', 'in'; 'of' only beside the event's noun."""
        words = _before(doc, phrase.start, 4)
        while words and (words[-1] in DETERMINERS - {"of"} or words[-1].endswith("ian")):
            words.pop()
        before = words[-1] if words else ""
        if phrase.start >= end and doc[end - 1].i >= phrase.start - 1 - sum(
            1 for t in doc[end : phrase.start] if t.lower_ in DETERMINERS - {"of"}
        ):
            return True  # directly behind the words for the event: "called on the President"
        if before == "of" and words[-2:-1] in (["presence"], ["chairmanship"], ["leadership"]):
            return True
        if before == "of":
            return 0 <= phrase.start - end <= 3
        if before == "from" and words[-2:-1] in (["call"], ["visit"]):
            return True
        behind = doc[phrase.end].lower_ if phrase.end < len(doc) else ""
        if behind in {"'s", "’s", "'"}:
            return 0 <= start - phrase.end <= 3
        return before not in NO_PART

    def is_subject(self, doc: Document, phrase: Phrase) -> bool:
        """The subject has no preposition and no owner's ending."""
        words = [w for w in _before(doc, phrase.start, 4) if w not in DETERMINERS - {"of"}]
        behind = doc[phrase.end].lower_ if phrase.end < len(doc) else ""
        return (not words or words[-1] not in NO_PART | {"with", "by"}) and behind not in {
            "'s",
            "’s",
        }

    def owns_clause(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """No genitive makes a subject."""
        return False

    def event_end(self, doc: Document, start: int, end: int) -> int:
        """The words stand together."""
        return end

    def is_location(self, doc: Document, place: Phrase, *, goal: bool = False) -> bool:
        """'in Astana', 'at Davos' say where; with ``goal`` also 'to Astana', 'visited Astana'."""
        words = [w for w in _before(doc, place.start) if w not in {"the", "a"}]
        last = words[-1] if words else ""
        if last == "," and len(words) > 1 and words[-2] in {"capital", "city"}:
            return True
        if last == "to" and len(words) > 1 and words[-2].startswith("return"):
            return False
        return last in {"in", "at", "leaving"} or (goal and last in AWAY)

    def modified_side(self, doc: Document, start: int, end: int) -> int:
        """'X, who is on a visit' modifies the name before it."""
        return (
            -1 if any(t.lower_ in {"who", "visiting"} for t in doc[max(0, start - 8) : end]) else 0
        )

    def is_host(self, doc: Document, body: Phrase, start: int, end: int) -> bool:
        """'session of the Council', 'the Council's session'."""
        behind = [t.lower_ for t in doc[end : body.start]] if body.start >= end else None
        if behind is not None:
            return len(behind) <= 3 and behind[:1] == ["of"]
        between = [t.lower_ for t in doc[body.end : start]]
        return between[:1] in (["'s"], ["’s"]) and len(between) <= 3

    def tells_apart(self, doc: Document, start: int, end: int) -> bool:
        """'held meetings with A, B and C' tells of three meetings."""
        return doc[end - 1].lower_ == "meetings"

    def is_denied(self, doc: Document, start: int, end: int) -> bool:
        """'did not meet', 'no meeting was held'."""
        near = _before(doc, start, 5)
        return "no" in near or any(w in {"not", "never"} for w in near[-3:])


def _is_reduced(doc: Document, start: int, end: int) -> bool:
    """'agreements signed by …' modifies a noun: no form of "to be" stands before it."""
    by = end < len(doc) and doc[end].lower_ == "by"
    return by and not any(w in BE for w in _before(doc, start)) and doc[start].lower_ not in BE


def _joins(doc: Document, start: int, end: int) -> bool:
    """'also took part in the meeting.' speaks of one told before."""
    behind = doc.text_of(end, end + 1)
    verbs = {"part", "attended", "participated", "joined"}
    opened = start and doc[start - 1].lower_ == "the" and doc[end - 1].lemma_ in {"meeting", "talk"}
    return bool(opened) and behind in {",", "."} and any(
        w in verbs for w in _before(doc, start, 5)
    )  # fmt: skip


def _takes_place(doc: Document, verb: int) -> bool:
    """'consultations between the Ministry … and the Ministry … took place'."""
    return doc.text_of(verb, verb + 2).casefold() in {"took place", "were held", "was held"}


def _held(doc: Document, start: int, holds: frozenset[int]) -> bool:
    return any(0 < start - i <= 5 for i in holds)


def _is_of_guest(doc: Document, start: int, end: int) -> bool:
    """'the visit of X to Y' tells of a visit, unless it lies ahead."""
    behind = [t.lower_ for t in doc[end : min(end + 9, doc[start].sent.end)]]
    if doc[start].lemma_ == "appointment":
        return behind[:1] == ["of"]
    return doc[start].lemma_ in {"visit", "trip"} and behind[:1] == ["of"] and "to" in behind


def _is_on(doc: Document, start: int) -> bool:
    """'is in the country on an official visit', 'arrived on a visit'."""
    words = _before(doc, start, 10)
    return "on" in words[-4:] and any(w in BE | {"arrived", "came", "currently"} for w in words)


def _is_passive(doc: Document, start: int, end: int) -> bool:
    """'The meeting was also attended by' speaks of one told before."""
    behind = [t.lower_ for t in doc[end : end + 4] if t.lower_ not in ADVERBS - BE]
    opened = doc[start - 1].lower_ == "the" if start else False
    return opened and behind[:1] in (["was"], ["were"]) and behind[1:2] in (
        ["attended"], ["joined"], ["chaired"], ["moderated"], ["opened"], ["hosted"], ["followed"]
    )  # fmt: skip


NARRATION = EnglishNarration()
