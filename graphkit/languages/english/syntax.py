"""English word order: owners before the head ('s, noun adjunct) or after it (of)."""

from __future__ import annotations

from collections.abc import Callable

from lemminflect import getAllLemmas

from graphkit.languages.document import Document, Token
from graphkit.languages.syntax import Bond, Link, Phrase

DASHES = frozenset("-–—")
CONJUNCTIONS = frozenset({"and", ",", ";", "&", "or", "as", "well"})
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
ATTRIBUTES = frozenset(
    "new former current first then late newly appointed visiting ex acting outgoing incoming own "
    "upper lower deputy permanent parliamentary now currently formerly previously also "
    "official".split()
)
# Countries whose names take an article: "of the United Kingdom", "of the Kyrgyz Republic".
WITH_ARTICLE = frozenset(
    "United Republic Kingdom Emirates States Netherlands Philippines Bahamas Maldives Gambia "
    "Seychelles Comoros Islands Federation UK UAE US Congo".split()
)
PREDICATES = frozenset("was is as became become becomes been appointed named elected".split())
PORTFOLIO_JOINS = frozenset({"of", "for", "and", ",", "&", "the"})
NOT_IN_NAMES = frozenset({"mr", "ms", "mrs", "dr", "our", "my", "this", "these", "both", "all"})
OWNED = frozenset({"the", "our", "its", "his", "her", "their"})
POSTNOMINALS = frozenset({"MP", "MEP", "TD", "MSP"})
MARKS = frozenset({'"', "“", "'", "‘", "(", "'s", "’s"})
OBLIQUE = frozenset({"to", "with"})
AT = frozenset({"to", "at", "in", "with"})
FOR = frozenset({"for", "on", "from"})
MAX_NAME = 14


class EnglishSyntax:
    """See :class:`graphkit.languages.syntax.Syntax`."""

    home: str | None = None
    owner_words = "of "
    portfolio_words = "for "
    small_honorifics = False
    titles_in_rows = False
    pronouns = frozenset("it its which that".split())
    person_pronouns = frozenset("he she who".split())
    latter_pronouns = frozenset({"latter"})
    ranks = frozenset({"first", "second", "senior"})
    deputising = frozenset({"associate", "assistant", "junior"})

    def head(self, doc: Document, start: int, end: int) -> int:
        """The last word before a preposition is the head."""
        for i in range(start + 1, end):
            if doc[i].lower_ in {"of", "for", "on", "to", "in"}:
                return i - 1
        return end - 1

    def bonds(self, doc: Document, left: Phrase, right: Phrase) -> tuple[Bond, ...]:
        """'s and a bare neighbour: owner of what follows; of: owner of what precedes."""
        between = doc[left.end : right.start]
        if any(t.is_space for t in between):
            return ()
        gap = [t.lower_ for t in between]
        while gap and gap[-1] in ATTRIBUTES:
            gap.pop()
        begun = any(word in ARTICLES for word in gap)  # "leaving Bishkek the Minister …"
        gap = [word for word in gap if word not in ARTICLES]
        if (not gap and not begun) or gap in (["'s"], ["’s"], ["'"], ["’"]):
            return (Bond(Link.OWNER, False),)
        if gap == ["of"]:
            return (Bond(Link.OWNER, True),)
        if len(gap) == 1 and gap[0] in AT:
            return (Bond(Link.AT, True),)
        if len(gap) == 1 and gap[0] in FOR:
            return (Bond(Link.FOR, True),)
        if gap == ["accredited", "to"]:
            return (Bond(Link.AT, True),)
        if all(word in CONJUNCTIONS or word in DASHES for word in gap) and len(gap) <= 4:
            return (Bond(Link.AND, True),)
        return ()

    def name_extent(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """Reach left and right over capitals and the small words between them."""
        first = self._left(doc, start, closed)
        return first, self._right(doc, end, closed)

    def _left(self, doc: Document, start: int, closed: Callable[[int], bool]) -> int:
        first, at = start, start - 1
        while at >= 0 and not closed(at) and start - at <= MAX_NAME:
            token = doc[at]
            if token.sent != doc[start].sent or token.is_space:
                break
            if (token.text[:1].isupper() and token.is_alpha) or "-" in token.text[1:-1]:
                if token.lower_ in ARTICLES or token.lower_ in NOT_IN_NAMES:
                    break
                first = at
            elif token.text in DASHES and first == at + 1 and closed(at - 1) is False:
                pass
            elif token.lower_ in {"and", ",", "&"} and first == at + 1 and at > 0:
                previous = doc[at - 1]
                listed = token.lower_ != "," or any(t.lower_ == "and" for t in doc[at:start])
                if not (previous.text[:1].isupper() and previous.is_alpha and listed):
                    break
            else:
                break
            at -= 1
        return first

    def _right(self, doc: Document, end: int, closed: Callable[[int], bool]) -> int:
        last, at = end, end
        while at < len(doc) and not closed(at) and at - end < MAX_NAME:
            token = doc[at]
            if token.sent != doc[end - 1].sent or token.is_space:
                break
            if token.text[:1].isupper() and token.is_alpha and (at > end or last > end):
                last = at + 1
            elif token.lower_ in {"of", "on", "for", "with", "the", "and", ",", "&", "in"}:
                if token.lower_ in {"and", ","} and last == end:
                    break
                if token.lower_ == "and" and doc.text_of(at + 1, at + 2) == "the":
                    break  # "between the Institute of A and the School of B"
                if token.lower_ == "," and not self._list_goes_on(doc, at + 1, closed):
                    break
            else:
                break
            at += 1
        return last

    def _list_goes_on(self, doc: Document, at: int, closed: Callable[[int], bool]) -> bool:
        for token in doc[at : min(at + 8, len(doc))]:
            if token.lower_ == "and":
                following = doc[token.i + 1] if token.i + 1 < len(doc) else None
                return (
                    following is not None
                    and following.text[:1].isupper()
                    and not closed(following.i)
                )
            if closed(token.i) or not (token.text[:1].isupper() or token.text == ","):
                return False
        return False

    def is_title_before(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """'Foreign Minister X', 'the Ambassador of A to B, X,', 'Chair of C, X, said'."""
        gap = _without_brackets([t for t in doc[title.end : person.start] if not t.is_space])
        if not gap:
            return True
        if gap == [","]:
            at = title.start - 1
            while at > 0 and doc[at].lower_ in ATTRIBUTES:
                at -= 1
            before = doc[at].lower_ if at >= 0 else ""
            owned = any(t.text in {"'s", "’s"} for t in doc[title.start : title.head + 1])
            return owned or before in OWNED or _is_framed(doc, title, person)
        if gap == [":"] and self.is_plural(doc[title.head]):
            return False  # "Speakers: X, head of …"
        return len(gap) == 1 and (gap[0] in DASHES or gap[0] == ":")

    def is_title_after(self, doc: Document, person: Phrase, title: Phrase) -> bool:
        """'X, Chair of …', 'X, the new head of …', 'X (…)', 'X, who is head of …'."""
        gap = [t.lower_ for t in doc[person.end : title.start] if not t.is_space]
        if not gap:
            return doc[title.head].text.isupper() and title.end - title.start == 1  # "X MP"
        if gap[0] not in {",", "(", "–", "—", "-"}:
            return False
        if _acts_with(doc, title):
            return False
        rest = [w for w in gap[1:] if w not in ARTICLES and w not in ATTRIBUTES]
        return not rest or rest in (
            ["who", "is"],
            ["who", "was"],
            ["currently"],
            ["now"],
            ["formerly"],
        )

    def agent_follows(self, doc: Document, start: int, end: int) -> bool:
        """'headed by', 'under the leadership of'."""
        following = doc[end].lower_ if end < len(doc) else ""
        return "by" in (doc[end - 1].lower_, following) or doc[start].lower_ == "under"

    def is_predicate(self, doc: Document, title: Phrase) -> bool:
        """'was the ambassador', 'appointed Ambassador', 'as the new head', 'from the post of'."""
        before = [t.lower_ for t in doc[max(0, title.start - 4) : title.start]]
        before = [w for w in before if w not in ARTICLES and w not in ATTRIBUTES]
        last = before[-1] if before else ""
        if last in PREDICATES:
            return True
        return last == "of" and "post" in before

    def subject_follows(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """English subjects precede."""
        return False

    def marks_side(self, doc: Document, start: int, end: int) -> bool:
        """'the Korean side', 'from Kazakhstan:', 'on the Kazakh side'."""
        before = doc[start - 1].lower_ if start else ""
        behind = doc.text_of(end, end + 1).casefold()
        return behind in {"side", "delegation"} or (
            before == "from" and behind in {":", "–", "-", ","}
        )

    def compose(self, country: str, body: str) -> tuple[str, ...]:
        """Return names of a country's body: "Ministry of Justice of Italy"."""
        words = country.split()
        article = "the " if {words[0], words[-1]} & WITH_ARTICLE else ""
        return (f"{body} of {article}{country}",)

    def is_plural(self, token: Token) -> bool:
        """Say whether a noun ends in the -s that its lemma lacks."""
        small = token.text.islower() or token.is_sent_start
        return bool(small) and token.lower_.endswith("s") and token.lower_ != token.lemma_

    def is_verb(self, token: Token) -> bool:
        """Say whether a word ends in -ed or -ing that its lemma lacks."""
        if token.i and token.nbor(-1).lower_ in {"who", "which"}:
            return True
        if _is_headline_verb(token):
            return True
        return token.lower_.endswith(("ed", "ing")) and token.lower_ != token.lemma_

    def complement_end(self, doc: Document, title: Phrase, closed: Callable[[int], bool]) -> int:
        """A title may name a place that nobody knows: "Governor of the Mangystau Region"."""
        at = title.end
        if at >= len(doc) or doc[at].lower_ != "of":
            return title.end
        at += 1
        while at < len(doc) and doc[at].lower_ in ARTICLES:
            at += 1
        begin = at
        while at < len(doc) and not closed(at) and doc[at].text[:1].isupper() and doc[at].is_alpha:
            at += 1
        return at if at > begin else title.end

    def is_owner(self, doc: Document, title: Phrase) -> bool:
        """The genitive makes an owner; who stands behind "to" or "with" is no subject either."""
        at = title.start - 1
        while at > 0 and doc[at].lower_ in ATTRIBUTES | ARTICLES:
            at -= 1
        before = doc[title.start - 1].lower_ if title.start else ""
        oblique = at >= 0 and doc[at].lower_ in OBLIQUE
        return (
            oblique
            or before in {"of", "by"}
            or doc.text_of(title.end, title.end + 1) in {"'s", "’s"}
        )

    def owned(self, owner: str, body: str) -> tuple[str, ...]:
        """Return the name with its owner in the genitive, where the text may have it bare."""
        return ()

    def is_tongue(self, doc: Document, start: int, end: int) -> bool:
        """'fluent in French', 'knowledge of Russian', 'the Kazakh language'.

        "His Majesty's" is British before an office only: "His Majesty's Ambassador".
        """
        if doc[start].lower_ in {"his", "her"}:
            return not (end < len(doc) and doc[end].text[:1].isupper())
        following = doc[end].lower_ if end < len(doc) else "."
        before = doc[start - 1].lower_ if start else ""
        alone = not following.isalpha() or following in CONJUNCTIONS
        return following.startswith("language") or (alone and before in {"in", "of", ",", "and"})

    def ends_name(self, token: Token) -> bool:
        """English names do not inflect."""
        return False

    def is_home_name(self, name: str) -> bool:
        """Releases in the language come from many countries: a name does not tell."""
        return True

    def portfolio(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """ "Minister of Economy" + "and Sustainable Development", "Minister" + "for Housing"."""
        if end >= len(doc):
            return start, end
        named = doc[start:end]
        has_object = any(t.lower_ in {"of", "for"} for t in named) and named[-1].lower_ != "state"
        joins = {"and", ",", "&"} if has_object else {"of", "for"}
        if doc[end].lower_ not in joins:
            return start, end
        if doc[end].lower_ == "," and not self._list_goes_on(doc, end + 1, closed):
            return start, end
        last, at = end, end
        while at < len(doc) and not closed(at) and at - end < MAX_NAME:
            token = doc[at]
            if token.is_sent_start or token.is_space:
                break
            if token.text[:1].isupper() and token.is_alpha:
                last = at + 1
            elif token.lower_ not in PORTFOLIO_JOINS or self._ends_list(doc, at, closed):
                break
            at += 1
        return start, last

    def _ends_list(self, doc: Document, at: int, closed: Callable[[int], bool]) -> bool:
        return doc[at].lower_ == "," and not self._list_goes_on(doc, at + 1, closed)

    def possessed(self, body: str) -> str:
        """English bodies have no form for an owner."""
        return body


def _is_framed(doc: Document, title: Phrase, person: Phrase) -> bool:
    """A name between commas behind a title that no name precedes is the holder's."""
    end = person.end
    if end < len(doc) and doc[end].text in POSTNOMINALS:
        end += 1
    if end >= len(doc) or doc[end].text not in {",", ";", ")"}:
        return False
    at = title.start - 1
    while at >= 0 and doc[at].text.istitle() and not doc[at + 1].is_sent_start:
        at -= 1  # "State Minister for …": not all words of a title need be known
    if at < 0 or doc[at].is_space or doc[at + 1].is_sent_start:
        return True
    return doc[at].is_alpha or doc[at].text in MARKS


def _is_headline_verb(token: Token) -> bool:
    """'Appoints', 'Meets': a verb that a headline writes with a capital."""
    if not token.text.endswith("s") or token.lower_ == "ministers" or not _in_headline(token):
        return False
    return token.text.istitle() and "VERB" in getAllLemmas(token.lower_)


def _in_headline(token: Token) -> bool:
    """Say whether a word stands in the headline, or in a first line without a full stop."""
    if token.idx < token.doc.title_end:
        return True
    text = token.sent.text.rstrip()
    return token.sent.start == 0 and text[-1:].isalnum()


def _acts_with(doc: Document, title: Phrase) -> bool:
    """In the headline "X, Foreign Minister of Y discuss …" the title is another man's."""
    if title.end >= len(doc) or not _in_headline(doc[title.start]):
        return False
    verb = doc[title.end]
    return verb.text.islower() and "VERB" in getAllLemmas(verb.text) and verb.text == verb.lemma_


def _without_brackets(tokens: list[Token]) -> list[str]:
    """Return the words without an aside in brackets: "(with residence in Vienna)"."""
    words = [t.text for t in tokens]
    if "(" in words and ")" in words[words.index("(") :]:
        close = words.index(")", words.index("("))
        return words[: words.index("(")] + words[close + 1 :]
    return words


SYNTAX = EnglishSyntax()
