"""How Kazakh tells of events: the verb stands last, cases say who takes part."""

from __future__ import annotations

import re

from graphkit.languages.document import Document, Token
from graphkit.languages.narration import Telling
from graphkit.languages.syntax import Phrase

BACK_STEMS = (
    "барыс",
    "соңы",
    "аясы",
    "кезі",
    "қорытынды",
    "кейін",
    "шеңбер",
    "үсті",
    "ортасы",
    "алдында",
    "бөлісі",
    "қарсаңы",
)
TOPIC_STEMS = ("туралы", "жөнінде", "бойынша", "дайынды", "қатысты", "сәйкес")
FUTURE = re.compile(r"(?:тын|тін|атын|етін|йтын|йтін)(?:[ыі]?н?|[ыі]на|іне)?$")
PARTICIPLE = re.compile(r"(?:ған|ген|қан|кен)$")
DATIVE = re.compile(r"(?:[ғқ]а|[гк]е|на|не)$")
REACH = 12
WITH = frozenset("төрағалығымен басшылығымен қатысуымен".split())
MOTION = ("кел", "бар", "бол", "жүр", "аттан")
MOTION_REACH = 4


def _is_relative(token: Token) -> bool:
    return "Yes" in token.morph.get("Relative") or bool(
        re.search(r"[дт][ае]ғ[ыі]$|[дт]егі$", token.lower_)
    )


def _form(token: Token) -> str | None:
    return next(iter(token.morph.get("VerbForm")), None)


class KazakhNarration:
    """See :class:`graphkit.languages.narration.Narration`."""

    verb_last = True
    partner_words: frozenset[str] = frozenset()
    company_words: frozenset[str] = frozenset()
    plurals = frozenset("олар тараптар екеуі".split())

    def telling(self, doc: Document, start: int, end: int, holds: frozenset[int]) -> Telling:
        """A finite or converbal form tells, a verbal noun needs «өтті» or its like behind it."""
        last = doc[end - 1]
        if last.pos_ == "VERB" and _form(last) != "Inf":
            told = self._of_verb(doc, end - 1)
            # «сайланғанын» with a case of its own is a clause, not an attribute.
            is_aside = _form(last) == "Part" and told is Telling.TOLD and not last.case
            return Telling.ASIDE if is_aside else told
        following = doc[end].lower_ if end < len(doc) else ""
        if following.startswith(BACK_STEMS):
            return Telling.BACK
        verb = self._verb_behind(doc, end, holds)
        if verb is not None:
            told = self._of_verb(doc, verb)
            if told is not Telling.NAMED or last.case == "Nom":
                return told
        if last.case in {"Loc", "Abl", "Dat"}:
            is_topic = any(t.lower_.startswith(("дайынды", "шақыр")) for t in doc[end : end + 2])
            return Telling.NAMED if is_topic else Telling.BACK
        return Telling.NAMED

    def _of_verb(self, doc: Document, at: int) -> Telling:
        """The past tells, the present of a completed act is a future."""
        token = doc[at]
        form, tense = _form(token), next(iter(token.morph.get("Tense")), None)
        if FUTURE.search(token.lower_):
            return Telling.PLANNED
        if form == "Fin":
            return Telling.PLANNED if tense in {"Pres", "Fut"} else Telling.TOLD
        if form == "Conv":
            return Telling.TOLD
        if re.search(r"у(?:д[ыі]|ға|ге)$", token.lower_):
            return Telling.NAMED
        if form == "Part":
            return (
                Telling.TOLD
                if PARTICIPLE.search(token.lower_) or tense == "Past"
                else Telling.PLANNED
            )
        if re.search(r"у(?:д[ыі]|ға|ге|д[ыі]ң|дан|ден|мен)?$", token.lower_):
            return Telling.NAMED  # «өткізуді ұсынды»
        # «болды» and its like are not always seen as verbs.
        if re.search(r"(?:[дт][ыі]|[ыі]п|ған|ген|қан|кен)$", token.lower_):
            return Telling.TOLD
        return Telling.NAMED

    def _verb_behind(self, doc: Document, end: int, holds: frozenset[int]) -> int | None:
        for i in range(end, min(end + REACH, doc[end - 1].sent.end)):
            if i in holds:
                return i
            if doc[i].pos_ == "VERB" and _form(doc[i]) in {"Fin", "Conv"}:
                return None
            if doc[i].lower_.startswith(TOPIC_STEMS):
                return None
        return None

    def opens_clause(self, doc: Document, token: int) -> bool:
        """«ал» sets clauses against each other."""
        return doc[token].lower_ == "ал"

    def takes_part(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """Nominative, accusative, instrumental; genitive only of who owns the event."""
        head = doc[phrase.head]
        following = doc[phrase.end].lower_ if phrase.end < len(doc) else ""
        if following.startswith(("туралы", "жөнінде", "атындағы", "пікірінше", "сөзінше")):
            return False
        case = head.case
        if _is_relative(head) or case in {"Loc", "Abl"}:
            return False
        if case == "Gen" and following in WITH:
            return True
        if case == "Gen":
            return start - phrase.end <= 9 and phrase.end <= start
        return True

    def is_subject(self, doc: Document, phrase: Phrase) -> bool:
        """The subject is in the nominative."""
        following = doc[phrase.end] if phrase.end < len(doc) else None
        if following is not None and "3" in following.morph.get("Person[psor]"):
            return False  # «… Ассамблеясы елдерінің …»: an owner without its ending
        return doc[phrase.head].case in (None, "Nom")

    def owns_clause(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """«Аты Тегінің … баратынын айтты»: what somebody is said to do has him in the genitive."""
        if doc[phrase.head].case != "Gen" or phrase.end > start:
            return False
        return any(
            _form(t) == "Part" and "3" in t.morph.get("Person[psor]")
            for t in doc[end - 1 : end + 1]
        )

    def event_end(self, doc: Document, start: int, end: int) -> int:
        """«ресми сапармен Қазақстанға келген»: the verb of motion stands behind the goal."""
        if not doc[end - 1].lower_.endswith("сапармен") and doc[end - 1].lower_ != "сапарымен":
            return end
        for token in doc[end : min(end + MOTION_REACH, doc[start].sent.end)]:
            if token.is_punct:
                break
            if token.pos_ == "VERB" and token.lower_.startswith(MOTION):
                return token.i + 1
        return end

    def is_location(self, doc: Document, place: Phrase, *, goal: bool = False) -> bool:
        """-да/-де says where; with ``goal`` -ға/-ге says where to."""
        head = doc[place.head]
        following = doc[place.end] if place.end < len(doc) else None
        if _is_relative(head):
            behind = doc[place.end : place.end + 2]
            return any(
                t.case == "Loc" and not _is_relative(t) and "3" in t.morph.get("Person[psor]")
                for t in behind
            )
        case = head.case
        located = case == "Loc" if case else bool(re.search(r"[дт][ае]$", head.lower_))
        if following is not None and following.lower_ in {"қаласында", "шаһарында"}:
            return True
        if goal and following is not None and following.lower_ in {"қаласына", "қаласын"}:
            return True
        aimed = case == "Dat" if case else bool(DATIVE.search(head.lower_))
        return located or (goal and aimed)

    def modified_side(self, doc: Document, start: int, end: int) -> int:
        """A participle («сапармен келген») modifies the noun behind it."""
        last = doc[end - 1].lower_
        if PARTICIPLE.search(last) and len(last) > 4 and last != "барған":
            return 1
        return 1 if any(PARTICIPLE.search(t.lower_) for t in doc[end : end + 2]) else 0

    def is_host(self, doc: Document, body: Phrase, start: int, end: int) -> bool:
        """«кеңесінің отырысы», «Одақ Ассамблеясының жұмысы»: the owner stands directly before."""
        if not 0 <= start - body.end <= 2:
            return False
        return doc[body.head].case in (None, "Gen", "Nom")

    def tells_apart(self, doc: Document, start: int, end: int) -> bool:
        """Partners in a row are taken to have met together."""
        return False

    def is_denied(self, doc: Document, start: int, end: int) -> bool:
        """«өткен жоқ», «кездеспеді»."""
        if any(t.lower_ in {"жоқ", "емес"} for t in doc[end : end + 3]):
            return True
        return bool(re.search(r"(?:[мбп][ае])(?:д[ыі]|ған|ген)$", doc[end - 1].lower_))


NARRATION = KazakhNarration()
