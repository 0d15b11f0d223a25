"""Russian word order: the head stands first, its owner after it in the genitive."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import pymorphy3

from graphkit.languages.document import Document, Token
from graphkit.languages.syntax import Bond, Link, Phrase

DASHES = frozenset("-–—")
CONJUNCTIONS = frozenset({"и", ",", ";", "а", "также"})
AT = frozenset({"в", "во", "на", "при"})
FOR = frozenset({"по", "с", "со", "для", "между", "от"})
MAX_NAME = 16
# Nouns behind which an organisation stands for its states, inside a name («стран СНГ»).
STATES = frozenset({"стран", "государств"})
# Verbs of which a title in the instrumental is told: he is, was, becomes, works as it.
COPULAS = frozenset(
    """
    быть стать становиться являться остаться оставаться работать служить трудиться назначить
    назначать избрать избирать переизбрать утвердить выбрать бывший вступить сделаться
    проработать возглавить занимать занять прослужить поработать состоять
    """.split()
)
VERBS = frozenset({"VERB", "PRTF", "PRTS", "GRND", "INFN"})
DECREES = frozenset(
    """
    указом распоряжением постановлением приказом решением указу распоряжению приглашению поручению
    инициативе просьбе имени участием
    """.split()
)
STATE_NOUNS = frozenset({"республика", "королевство", "княжество", "герцогство", "государство"})
HOME_NAME = re.compile(
    r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ский|ская|енко|чук|ян|улы|кызы|бай|бек|тай|жан|нур|леу)\b"
)
LEADS = frozenset({"возглавить", "возглавлять"})
FORMERLY = frozenset({"ранее", "прежде", "ныне", "тогда"})
COURTESY = frozenset(", лидер лидера лидером нации уважаемый уважаемого уважаемым".split())
GOVERNORS = ("заведующ", "управляющ", "командующ")
PATRONYMICS = ("ович", "евич", "овна", "евна", "ична")
COMPLETES = frozenset({"по", "при", "для"})
PROVINCES = frozenset({"области", "края", "района", "округа", "провинции", "губернии", "уезда"})
MAX_COMPLEMENT = 12
MAX_ASIDE = 10
MAX_SHORT = 5


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


def _is_told(doc: Document, start: int) -> bool:
    """Say whether a title in the instrumental depends on a verb of being or of appointing.

    Behind a preposition («встретился с послом») or a passive («принят министром») it does not.
    """
    sentence = doc[start].sent
    for token in reversed(doc[sentence.start : start]):
        if token.pos_ == "ADP" and token.lower_ not in {"на", "в"}:
            return False
        if _parts(token.lower_) & VERBS and not token.text[:1].isupper():
            return _is_copula(token)
    return any(_is_copula(token) for token in doc[start : sentence.end])


def _is_where(doc: Document, place: Phrase) -> bool:
    """Say whether a phrase behind «в» or «на» may tell where, and not only whither."""
    return any(_may_be(doc[i], "loct") for i in range(place.head, place.end))


def _are_states(doc: Document, at: int) -> bool:
    """Say whether an abbreviation stands for its states: «Департамент стран СНГ»."""
    return doc[at].text.isupper() and at > 0 and doc[at - 1].lower_ in STATES


def _is_short(doc: Document, at: int, end: int) -> bool:
    """Say whether capitals right behind a noun are its name: «фракция ПДС», «банк ВТБ»."""
    text = doc[at].text
    return at == end and text.isupper() and text.isalpha() and 1 < len(text) <= MAX_SHORT


def _is_question(doc: Document, end: int, at: int) -> bool:
    """Say whether «по вопросам» is open at a small word, which may then be a genitive."""
    asked = any(token.lower_ in {"вопросам", "проблемам"} for token in doc[end:at])
    return asked and doc[at].text[:1].islower()


def _is_decree(doc: Document, title: Phrase, person: Phrase) -> bool:
    """In «Указом Президента Асанов Асан Асанович назначен …» the title is not the man's."""
    at = title.start - 1
    while at > 0 and _is_adjective(doc[at]) and not _is_noun(doc[at]):
        at -= 1
    if at < 0 or doc[at].lower_ not in DECREES:
        return False
    name = [t.lower_ for t in doc[person.start : person.end] if t.text[:1].isupper()]
    return any("gent" not in _cases(word) or word.endswith(PATRONYMICS) for word in name)


def _is_copula(token: Token) -> bool:
    return any(p.normal_form in COPULAS for p in _analyzer().parse(token.lower_))


def _may_complete(token: Token, known: bool) -> bool:
    """Say whether a word goes on with what a title is for: small nouns, and names in it."""
    if known or token.lower_ in {"и", "с", "со"}:
        return token.is_alpha
    small = token.is_alpha and token.text[:1].islower() and token.pos_ != "VERB"
    return small and (_is_noun(token) or _is_adjective(token))


class RussianSyntax:
    """See :class:`graphkit.languages.syntax.Syntax`."""

    home: str | None = None
    owner_words = ""
    portfolio_words = ""
    small_honorifics = True
    titles_in_rows = True
    pronouns = frozenset("он она его её ее него неё нее которую который которая".split())
    person_pronouns = frozenset("он она последний последняя".split())
    latter_pronouns = frozenset({"последний", "последняя"})
    ranks: frozenset[str] = frozenset()
    deputising: frozenset[str] = frozenset()

    def head(self, doc: Document, start: int, end: int) -> int:
        """The first noun that no adjective precedes carries the case."""
        for i in range(start, end):
            if doc[i].lower_ == "и" and i > start:
                continue  # «Чрезвычайный и Полномочный Посол»
            is_word = doc[i].text.replace("-", "").isalpha()  # «вице-министром»
            if is_word and not (_is_adjective(doc[i]) and not _is_noun(doc[i])):
                return i
        return start

    def bonds(self, doc: Document, left: Phrase, right: Phrase) -> tuple[Bond, ...]:
        """Genitive neighbour: owner; в, на, при: place; по: topic; an adjective before: owner."""
        between = doc[left.end : right.start]
        gap = [t.lower_ for t in between]
        if any(t.is_space for t in between):
            return ()
        if not gap:
            found = []
            if left.end - left.start == 1 and _is_adjective(doc[left.head]):
                found.append(Bond(Link.OWNER, False))
            # «заведующий отделом», «управляющий банком» govern the instrumental.
            case = "ablt" if doc[left.head].lower_.startswith(GOVERNORS) else "gent"
            # A small head noun alone has the case: «… Ирана министр иностранных дел …».
            end = right.head + 1 if doc[right.head].text[:1].islower() else right.end
            if any(_may_be(doc[i], case) for i in range(right.head, end)):
                found.append(Bond(Link.OWNER, True))
            return tuple(found)
        if all(word in CONJUNCTIONS or word in DASHES for word in gap) and len(gap) <= 2:
            return (Bond(Link.AND, True),)
        if len(gap) == 1 and gap[0] in AT:
            if doc[left.head].lower_.startswith("делегаци") and not _is_where(doc, right):
                return ()  # «О визите делегации Мажилиса в Финляндию»
            return (Bond(Link.AT, True),)
        if len(gap) == 1 and gap[0] in FOR:
            return (Bond(Link.FOR, True),)
        return ()

    def name_extent(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
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

    def _right(self, doc: Document, end: int, closed: Callable[[int], bool]) -> int:
        case, at, last = "gent", end, end
        while at < len(doc) and at - end < MAX_NAME and (not closed(at) or _are_states(doc, at)):
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
            elif self._fits(token, case) or _are_states(doc, at) or _is_short(doc, at, end):
                last = at + 1
            elif _is_question(doc, end, at) and self._fits(token, "gent"):
                case, last = "gent", at + 1  # «по вопросам внешней политики»
            else:
                break
            at += 1
        return last

    def _list_goes_on(self, doc: Document, at: int, closed: Callable[[int], bool]) -> bool:
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

    def _named_after(self, doc: Document, at: int) -> int:
        while at < len(doc) and (doc[at].text[:1].isupper() or doc[at].text in {".", "-", "аль"}):
            at += 1
        return at

    def is_title_before(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """The title stands directly before the name, or before a dash in a list."""
        gap = [t.text for t in doc[title.end : person.start] if not t.is_space]
        if _is_decree(doc, title, person):
            return False
        if len(gap) > 1 and all(word.casefold() in COURTESY for word in gap):
            return True  # «Президент …, Лидер нации, уважаемый Имя»
        if gap[:1] == ["("] and ")" in gap and gap.index(")") == len(gap) - 1:
            # «посол Марокко в Узбекистане (резиденция в Баку) Имя»; not «при Президенте (…) Имя»
            return len(gap) <= MAX_ASIDE and doc[max(title.start - 1, 0)].lower_ != "при"
        return not gap or (len(gap) == 1 and (gap[0] in DASHES or gap[0] == ":"))

    def is_title_after(self, doc: Document, person: Phrase, title: Phrase) -> bool:
        """«Имя, председатель …», «Имя – советник …», «Имя (…)»."""
        gap = [t.text for t in doc[person.end : title.start] if not t.is_space]
        if len(gap) == 2 and gap[1] in FORMERLY:
            gap.pop()  # «Имя, ранее заместитель министра …»
        return len(gap) == 1 and (gap[0] in DASHES or gap[0] in {",", "("})

    def agent_follows(self, doc: Document, start: int, end: int) -> bool:
        """«во главе с», «под руководством», «возглавляемая» name the leader behind."""
        first, last = doc[start].lower_, doc[end - 1].lower_
        before = doc[start - 1].lower_ if start else ""
        passive = "PRTF" in _parts(last) and not last.endswith(("вший", "вшая", "ющий", "ющая"))
        return first in {"во", "под"} or passive or before in self.pronouns or last.endswith("и")

    def is_predicate(self, doc: Document, title: Phrase) -> bool:
        """«назначен послом», «занимала пост министра», «был секретарём»."""
        before = [t.lower_ for t in doc[max(0, title.start - 3) : title.start]]
        if any(w in {"пост", "поста", "должность", "должности", "посту"} for w in before):
            return True
        start, head = title.start, title.head
        if before[-1:] == ["обязанности"] and before[-2:-1] and before[-2].startswith("исполняющ"):
            start = head = title.start - 2  # «исполняющим обязанности председателя … назначен»
        cases = _cases(doc[head].lower_)
        return "ablt" in cases and "nomn" not in cases and _is_told(doc, start)

    def subject_follows(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """«Послом … назначен Имя»."""
        between = doc[title.end : person.start]
        return len(between) <= 3 and any("PRTS" in _parts(t.lower_) for t in between)

    def marks_side(self, doc: Document, start: int, end: int) -> bool:
        """«с казахстанской стороны», «от Казахстана – …»."""
        before = doc[start - 1].lower_ if start else ""
        behind = doc.text_of(end, end + 1).casefold()
        if behind.startswith("сторон") or (before == "от" and behind in DASHES):
            return True
        if behind.startswith(("делегаци", "групп")):  # «В состав турецкой делегации вошли …»
            following = doc[end + 1 : end + 2]
            leads = bool(following) and following[0].lemma_ in LEADS
            return before in {"состав", "составе"} or leads
        first = doc[max(0, start - 2)].lower_ if start > 1 else ""
        return before.startswith("делегаци") and first in {"состав", "составе", "в"}

    def compose(self, country: str, body: str) -> tuple[str, ...]:
        """Return names of a country's body: «Министерство юстиции Италии»."""
        words = country.split()
        # In «Республика Казахстан» the state's own name stands in apposition.
        head = next((i for i, w in enumerate(words, 1) if w.casefold() in STATE_NOUNS), len(words))
        return (f"{body} {' '.join([*map(_genitive, words[:head]), *words[head:]])}",)

    def is_plural(self, token: Token) -> bool:
        """Say whether a noun stands in the plural, by its analysis."""
        return "Plur" in token.morph.get("Number")

    def is_verb(self, token: Token) -> bool:
        """Say whether a word is a form of a verb, by its analysis; «заведующий» is a title."""
        return token.pos_ in {"VERB", "AUX"} and not token.lower_.startswith(GOVERNORS)

    def complement_end(self, doc: Document, title: Phrase, closed: Callable[[int], bool]) -> int:
        """«советник … по международным делам», «губернатор Ульяновской области»."""
        at = title.end
        if at + 1 < len(doc) and doc[at + 1].lower_ in PROVINCES and _is_adjective(doc[at]):
            return at + 2
        if at >= len(doc) or doc[at].lower_ not in COMPLETES:
            return title.end
        last = title.end
        for token in doc[at + 1 : title.end + MAX_COMPLEMENT]:
            if not _may_complete(token, closed(token.i)):
                break
            if closed(token.i) or _is_noun(token):
                last = token.i + 1
        return last

    def is_owner(self, doc: Document, title: Phrase) -> bool:
        """The genitive makes an owner."""
        cases = _cases(doc[title.head].lower_)
        return "gent" in cases and "nomn" not in cases

    def owned(self, owner: str, body: str) -> tuple[str, ...]:
        """Return the name with its owner in the genitive, where the text may have it bare."""
        return ()

    def is_tongue(self, doc: Document, start: int, end: int) -> bool:
        """«на французском языке»."""
        return doc.text_of(end, end + 1).casefold().startswith("язык")

    def ends_name(self, token: Token) -> bool:
        """All parts of a Russian name inflect."""
        return False

    def is_home_name(self, name: str) -> bool:
        """Say whether a surname is of the countries that publish in Russian; not «Шехбаз Шариф»."""
        return HOME_NAME.search(name.casefold()) is not None

    def portfolio(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
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
