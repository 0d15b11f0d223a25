"""Dictionary forms of English words, from the tables of LemmInflect (NIH's SPECIALIST lexicon)."""

from __future__ import annotations

from functools import lru_cache

from lemminflect import getAllLemmas, getAllLemmasOOV

# Forms that the tables give a rarer reading first.
SPECIAL = {
    "'s": "'s",
    "’s": "'s",
    "an": "a",
    "n't": "not",
    "us": "us",
    "lords": "lord",
    "commons": "commons",
    "affairs": "affair",
    "less": "less",
    "his": "his",
    "her": "her",
    "its": "its",
    "their": "their",
    "united": "united",
    "left": "leave",
    "better": "better",
    "best": "best",
    "does": "do",
    "spoke": "speak",
    "has": "have",
}


@lru_cache(maxsize=1 << 16)
def candidates(word: str) -> tuple[str, ...]:
    """Return the casefolded dictionary forms that a word may have, likeliest first.

    A noun comes first when the form is one itself ("meeting", "building"), a verb
    otherwise ("met", "held"); an unknown word is its own dictionary form.

    >>> candidates("met")
    ('meet',)
    >>> candidates("meetings")[0], candidates("Whitmore-Hale")[0]
    ('meeting', 'whitmore-hale')
    """
    low = word.casefold().replace("’", "'")
    if low in SPECIAL:
        return (SPECIAL[low],)
    if not low.replace("-", "").isalpha() or (word.isupper() and len(word) > 1):
        return (low,)
    head, hyphen, last = low.rpartition("-")
    return tuple(head + hyphen + lemma for lemma in _look_up(last, known_only=bool(hyphen)))


def _look_up(word: str, *, known_only: bool) -> tuple[str, ...]:
    table = getAllLemmas(word)
    if not table:
        if known_only or not word.endswith(("s", "ed", "ing")):
            return (word,)
        table = {"NOUN": getAllLemmasOOV(word, "NOUN").get("NOUN", ())} if word[-1] == "s" else {}
    order = ("AUX", "NOUN", "VERB", "ADJ", "ADV", "PROPN")
    found = [lemma.casefold() for pos in order for lemma in table.get(pos, ())]
    if word.endswith("ing") and word in found:
        found.insert(0, word)
    elif table.get("VERB") and word.endswith("ed"):
        found.insert(0, table["VERB"][0].casefold())
    elif table.get("ADJ") == (word,) and not table.get("VERB"):
        found.insert(0, word)
    return tuple(dict.fromkeys(found)) or (word,)
