"""Names printed in capitals: "Mr. ABE Shinzo", «Қасым-Жомарт ТОҚАЕВ»."""

from __future__ import annotations

# Letters behind a name that are no part of it, and stay in capitals.
POSTNOMINALS = frozenset(
    "MP MPS MEP KC QC CBE OBE MBE PC DBE GCMG CMG KCMG FRS II III IV VI".split()
)


def lower_capitals(word: str) -> str:
    """Return a word of a person's name with only its first letters in capitals.

    >>> lower_capitals("ТОҚАЕВ"), lower_capitals("O'BRIEN"), lower_capitals("MEP")
    ('Тоқаев', "O'Brien", 'MEP')
    """
    if not word.isupper() or len(word) < 3 or word in POSTNOMINALS or "." in word:
        return word
    return word.title()
