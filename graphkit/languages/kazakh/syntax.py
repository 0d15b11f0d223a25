"""Kazakh word order: the head stands last, its owners before it in the genitive or bare."""

from __future__ import annotations

import re
from collections.abc import Callable

from graphkit.languages.document import Document, Token
from graphkit.languages.kazakh.suffixes import inflect
from graphkit.languages.syntax import Bond, Link, Phrase
from graphkit.model import Case

GENITIVE = re.compile(r"(?:[нтд][ыі]ң)$")
RELATIVE = re.compile(r"(?:н?[дт][ае]ғы|н?[дт][ае]гі)$")
OBLIQUE = re.compile(
    r"(?:[нтд][ае]н|[нтд][аеыі]|[мбп]ен|[дт][аеы]|[ғқ]а|[гк]е|н[аеыі]|сын|сін|[ыі]н)$"
)
ADJECTIVE = re.compile(r"(?:[лдт]ық|[лдт]ік|лы|лі)$")
POSSESSED = re.compile(r"(?:сы|сі|[^аәеоөұүыіэюяи][ыі])$")
CONJUNCTIONS = frozenset({"мен", "бен", "пен", "және", ",", "әрі", ";"})
AND = frozenset({"мен", "бен", "пен", "және"})
DASHES = frozenset("-–—")
TOPIC_POSTPOSITIONS = frozenset({"жөніндегі", "бойынша", "туралы", "арасындағы"})
PLACE_POSTPOSITIONS = frozenset({"жанындағы"})
ATTRIBUTES = frozenset(
    [
        "жаңа",
        "бірінші",
        "екінші",
        "бұрынғы",
        "қазіргі",
        "бас",
        "аға",
        "тең",
        "ресми",
        "жоғары",
        "тұрақты",
        "арнайы",
        "өз",
        "тиісті",
        "мемлекеттік",
        "құрметті",
        "бұрынғы",
        "экс",
    ]
)
PRONOUNS = frozenset(
    "ол олар біз біздің осы бұл сол оның оған екі үш төрт бес мына кейбір барлық аталған".split()
)
OFFICES = frozenset(
    "қызметін қызметіне қызметінен лауазымын лауазымына лауазымынан міндетін міндетіне "
    "міндетінен".split()
)
ACTING = frozenset({"атқарушы", "м.а."})
MAX_ACTING = 4  # «міндетін уақытша қоса атқарушы»
NAMED_AFTER = "атындағы"
NO_NOUNS = frozenset({"VERB", "AUX", "PRON", "ADV"})
MAX_TOPIC_GAP = 4
MAX_OWNER_GAP = 7
MAX_NAME = 16
MAX_PERSON = 4
HOME_NAME = re.compile(
    r"[әғқңөұүһі]|(?:[оеё]в|ин|[оеё]ва|ина|улы|кызы|бай|бек|хан|тай|жан|нур|гали|мурат|булат)\b"
)


def _is_genitive(token: Token) -> bool:
    case = token.case
    return case == "Gen" if case else bool(GENITIVE.search(token.lower_))


def _is_relative(token: Token) -> bool:
    return bool(RELATIVE.search(token.lower_))


def _is_bare(token: Token) -> bool:
    return token.case in (None, "Nom") and not _is_genitive(token) and not _is_relative(token)


def _is_attribute(word: str) -> bool:
    return word in ATTRIBUTES or ADJECTIVE.search(word) is not None


def _opens_name(token: Token) -> bool:
    """A capital that may belong to a person's name, not to an owner or abbreviation."""
    return token.text[:1].isupper() and not token.text.isupper() and not _is_genitive(token)


def _begin_of_person(doc: Document, end: int) -> int:
    """«Конрад Аденауэр атындағы қор»: the name of a person opens that of a body."""
    first = end
    while first > max(0, end - MAX_PERSON, doc[end].sent.start):
        token = doc[first - 1]
        if not token.text[:1].isupper() or token.case not in (None, "Nom"):
            break
        first -= 1
    return first


def _possess(body: str) -> str:
    """Return a body's name with the possessive that an owner before it asks for."""
    words = body.split()
    if not POSSESSED.search(words[-1]):
        words[-1] = inflect(words[-1], possessor="3")
    return " ".join(words)


class KazakhSyntax:
    """See :class:`graphkit.languages.syntax.Syntax`."""

    home: str | None = "country/KZ"
    owner_words = ""
    portfolio_words = ""
    small_honorifics = True
    titles_in_rows = True
    pronouns = frozenset("ол оның оған оны аталған".split())
    person_pronouns = frozenset("ол оның".split())
    latter_pronouns = frozenset({"соңғысы"})
    ranks: frozenset[str] = frozenset()
    deputising: frozenset[str] = frozenset()

    def head(self, doc: Document, start: int, end: int) -> int:
        """The last word of a phrase carries its case."""
        return end - 1

    def bonds(self, doc: Document, left: Phrase, right: Phrase) -> tuple[Bond, ...]:
        """Genitive or bare neighbour: owner; -дағы: place; жөніндегі: topic."""
        end, before = right.start, doc[left.head]
        while end > left.end and _is_attribute(doc[end - 1].lower_):
            end -= 1
        reach = MAX_OWNER_GAP if _is_genitive(before) else MAX_TOPIC_GAP
        if end - left.end > reach or any(t.is_space for t in doc[left.end : right.start]):
            return ()
        gap = [t.lower_ for t in doc[left.end : end]]
        if not gap:
            return self._adjacent(before)
        if all(word in CONJUNCTIONS or word in DASHES for word in gap) and len(gap) <= 2:
            return (Bond(Link.AND, True),)
        if "," not in gap:
            if any(w in TOPIC_POSTPOSITIONS for w in gap) and not _is_genitive(before):
                return (Bond(Link.FOR, False),)
            if gap[-1] == "жөніндегі" and _is_genitive(before):
                return (Bond(Link.OWNER, False),)  # «Президенттің … жөніндегі арнаулы өкілі»
            if gap[-1] in PLACE_POSTPOSITIONS:
                return (Bond(Link.AT, False),)
        return ()

    def _adjacent(self, before: Token) -> tuple[Bond, ...]:
        if _is_relative(before):
            return (Bond(Link.AT, False), Bond(Link.OWNER, False))
        if _is_genitive(before):
            return (Bond(Link.OWNER, False),)
        if _is_bare(before):
            return (Bond(Link.OWNER, False, tight=True),)
        if before.case == "Loc":
            return (Bond(Link.IN, False),)
        return ()

    def name_extent(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """Reach left over attributes to the capital letter that opens the name."""
        first, quoted, at = start, False, start - 1
        while at >= 0 and start - at <= MAX_NAME and doc[at].sent == doc[start].sent:
            token = doc[at]
            if token.text in "»”":
                quoted = True
            elif token.text in "«“":
                return (at, end) if quoted else (first, end)
            elif not quoted and token.lower_ == NAMED_AFTER:
                return _begin_of_person(doc, at), end
            elif not quoted and (closed(at) or not self._may_be_inside(doc, at, start)):
                break
            elif not quoted and token.text[:1].isupper():
                first = at
            at -= 1
        return first, end

    def _may_be_inside(self, doc: Document, at: int, head: int) -> bool:
        token = doc[at]
        lower = token.lower_
        # An unknown adjective in «-и» («этномәдени») looks like a converb.
        adjective = token.text.islower() and lower.endswith("и")
        if token.is_space or (token.pos_ in NO_NOUNS and not adjective):
            return False
        if lower in TOPIC_POSTPOSITIONS:
            return True
        if lower == ",":
            before = doc[at - 1] if at else token
            # «Экономика, туризм және спорт министрі»: a list of one portfolio goes on in small
            listed = doc[at + 1].text.islower() and any(
                t.lower_ in AND for t in doc[at + 2 : at + 4]
            )
            return listed or not before.text[:1].isupper() or (at > 1 and doc[at - 2].is_punct)
        if lower in {"және", "мен", "бен", "пен"}:
            opened = [_opens_name(t) for t in doc[max(0, at - 2) : at]]
            return not all(opened) if lower == "және" else not any(opened[-1:])
        if token.is_punct:
            return token.text in DASHES
        if (token.case is None and token.like_num) or lower in PRONOUNS:
            return False
        topic_follows = any(t.lower_ in TOPIC_POSTPOSITIONS for t in doc[at + 1 : head])
        if _is_genitive(token) or _is_relative(token):
            return False
        case = token.case
        oblique = case not in (None, "Nom") if case else bool(OBLIQUE.search(lower))
        if case == "Acc" and doc[at + 1].lower_.endswith("у") and at + 1 < head:
            return True  # «Экспортты дамыту агенттігі»: the object of a verbal noun
        return not oblique or topic_follows

    def is_title_before(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """A title in the nominative stands directly before the name; only the name inflects."""
        gap = [t.text for t in doc[title.end : person.start] if not t.is_space]
        if gap and gap[-1].casefold() in ACTING and len(gap) <= MAX_ACTING:
            return _is_genitive(doc[title.head])  # «министрінің міндетін атқарушы Аты Жөні»
        if len(gap) > 1 or (gap and gap[0] not in DASHES and gap[0] != ":"):
            return False
        return _is_bare(doc[title.head])

    def is_title_after(self, doc: Document, person: Phrase, title: Phrase) -> bool:
        """«Аты-жөні, … депутаты;» or «Аты-жөні – заңгер»: the name comes first, uninflected."""
        gap = [t.text for t in doc[person.end : title.start] if not t.is_space]
        return (
            len(gap) == 1
            and (gap[0] in DASHES or gap[0] in {",", "("})
            and _is_bare(doc[title.head])
        )

    def agent_follows(self, doc: Document, start: int, end: int) -> bool:
        """A participle («басқарған Аты Жөні») stands before the leader, other verbs behind."""
        following = doc[end] if end < len(doc) else None
        return (
            following is not None
            and following.text[:1].isupper()
            and bool(re.search(r"(?:ған|ген|қан|кен)$", doc[end - 1].lower_))
        )

    def is_predicate(self, doc: Document, title: Phrase) -> bool:
        """«… елшісі болып», «… орынбасары қызметін атқарды»."""
        following = [t.lower_ for t in doc[title.end : title.end + 3] if not t.is_punct]
        return bool(following) and (
            following[0].startswith(("болып", "болды", "болған", "ретінде"))
            or following[0] in OFFICES
        )

    def subject_follows(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """«… елшісі болған Аты Жөні»: the participle stands directly before the name."""
        before = doc[person.start - 1].lower_
        return person.start - title.end <= 4 and bool(re.search(r"(?:ған|ген|қан|кен)$", before))

    def marks_side(self, doc: Document, start: int, end: int) -> bool:
        """«Қазақстан тарапынан», «қазақ тарапы», «Қазақстаннан –»."""
        behind = doc.text_of(end, end + 1).casefold()
        return behind.startswith("тарап") or (behind in DASHES and doc[end - 1].case == "Abl")

    def compose(self, country: str, body: str) -> tuple[str, ...]:
        """Return names of a country's body: «Италия Әділет министрлігі», «Италияның …»."""
        owned = _possess(body)
        return (f"{country} {owned}", f"{inflect(country, Case.GEN)} {owned}")

    def is_plural(self, token: Token) -> bool:
        """Say whether a noun stands in the plural, by its analysis."""
        return "Plur" in token.morph.get("Number")

    def is_verb(self, token: Token) -> bool:
        """Say whether a word is a form of a verb, by its analysis; «Такэси» is a name."""
        is_name = token.is_capital and not token.is_sent_start and not token.text.isupper()
        return token.pos_ in {"VERB", "AUX"} and not is_name

    def complement_end(self, doc: Document, title: Phrase, closed: Callable[[int], bool]) -> int:
        """What a title names is found as a phrase of its own."""
        return title.end

    def is_owner(self, doc: Document, title: Phrase) -> bool:
        """The genitive makes an owner."""
        return _is_genitive(doc[title.head])

    def owned(self, owner: str, body: str) -> tuple[str, ...]:
        """Return the name with its owner in the genitive, where the text may have it bare."""
        third = owner.casefold().endswith(("ы", "і"))
        stem = f"{owner}нің" if third and owner[-1] == "і" else f"{owner}ның" if third else None
        return (f"{stem or inflect(owner, Case.GEN)} {_possess(body)}",)

    def is_tongue(self, doc: Document, start: int, end: int) -> bool:
        """«қазақ тілі», «ағылшын тілінде»."""
        return doc.text_of(end, end + 1).casefold().startswith("тіл")

    def ends_name(self, token: Token) -> bool:
        """Only the last part of a Kazakh name inflects."""
        return token.case not in (None, "Nom") or _is_genitive(token)

    def is_home_name(self, name: str) -> bool:
        """Letters of Kazakh alone, or the endings of surnames at home; not «Виктор Орбан»."""
        return HOME_NAME.search(name.casefold()) is not None

    def portfolio(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """«Цифрлық даму және көлік» + «министрі»: where the label says no portfolio or its end."""
        tail = doc[start].text.islower() and start > 0 and doc[start - 1].lower_ in {*AND, ","}
        if (end - start > 1 and not tail) or doc[start].is_sent_start:
            return start, end
        first, _ = self.name_extent(doc, start, end, closed)
        return first, end

    def possessed(self, body: str) -> str:
        """Return a body's name as what stands before it owns it."""
        return _possess(body)


SYNTAX = KazakhSyntax()
