"""Words -> the attributes of the linear part, in groups that depend on few words each.

A word's own attributes and those it lends its neighbours depend on that word alone,
which lets the tagger add their weights up once a word form.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.languages.kazakh.model.stems import Stems
from graphkit.languages.kazakh.model.words import CLOSE_QUOTE, OPEN_QUOTE, Form, make_form

NEIGHBOURS = (-3, -2, -1, 1, 2, 3)


def own_attributes(form: Form, stems: Stems) -> list[str]:
    """Return what a word says of its own tag."""
    lower = form.lower
    found = ["b", f"w={lower}", f"s={form.shape}"]
    found += [f"p{size}={lower[:size]}" for size in range(2, 9) if len(lower) > size]
    found += [f"e{size}={lower[-size:]}" for size in range(1, 8) if len(lower) > size]
    if form.capital:
        found.append("cap")
        found += [f"ce{size}={lower[-size:]}" for size in (2, 3, 4) if len(lower) > size]
        found += [f"cp{size}={lower[:size]}" for size in (3, 4, 5) if len(lower) >= size]
    return found + _stem_attributes(form, stems)


def neighbour_attributes(form: Form, stems: Stems, offset: int) -> list[str]:
    """Return what a word says of the tag of a word that stands ``-offset`` words on."""
    lower = form.lower
    if abs(offset) == 1:
        found = [f"w={lower}", f"s={form.shape}"]
        found += [f"p{size}={lower[:size]}" for size in (3, 4, 5, 6) if len(lower) > size]
        found += [f"e{size}={lower[-size:]}" for size in (2, 3, 4, 5) if len(lower) > size]
        found += _stem_attributes(form, stems)
    else:
        found = [f"w={lower}", f"p5={lower[:5]}", f"c={'C' if form.capital else 'n'}"]
        if abs(offset) == 2:
            found += _stem_attributes(form, stems)[:2]
    return [f"{offset:+d}{attribute}" for attribute in found]


def pair_attributes(words: Sequence[str], at: int) -> list[str]:
    """Return what depends on more than one word, or on the place in the sentence."""
    form, last = make_form(words[at]), len(words) - 1
    found = []
    if at == 0:
        found += ["BOS", f"BOS{form.shape}"]
    else:
        found += _pair("-1&0", make_form(words[at - 1]), form)
    if at == last:
        found.append("EOS")
    else:
        found += _pair("0&1", form, make_form(words[at + 1]))
    if 0 < at < last:
        left, right = make_form(words[at - 1]).lower, make_form(words[at + 1]).lower
        found.append(f"-1&1={left[:4]}|{right[:4]}")
    return found


def _pair(name: str, left: Form, right: Form) -> list[str]:
    return [
        f"{name}p={left.lower[:5]}|{right.lower[:5]}",
        f"{name}e={left.lower[-3:]}|{right.lower[-3:]}",
        f"{name}s={left.shape}|{right.shape}",
    ]


def quoted(words: Sequence[str]) -> list[bool]:
    """Return for each word whether it stands in quotation marks, the opening one included."""
    inside, found = False, []
    for word in words:
        if word == OPEN_QUOTE:
            inside = True
        elif word == CLOSE_QUOTE:
            inside = False
        found.append(inside)
    return found


def sentence_attributes(words: Sequence[str], stems: Stems) -> list[list[str]]:
    """Return all attributes of each word, as the training needs them."""
    forms = [make_form(word) for word in words]
    marks = quoted(words)
    found = []
    for at, form in enumerate(forms):
        attributes = own_attributes(form, stems) + pair_attributes(words, at)
        if marks[at]:
            attributes.append("inq")
        for offset in NEIGHBOURS:
            if 0 <= at + offset < len(forms):
                attributes += neighbour_attributes(forms[at + offset], stems, offset)
        found.append(attributes)
    return found


def _stem_attributes(form: Form, stems: Stems) -> list[str]:
    row, suffix = stems.find(form.lower)
    if row is None:
        return [f"c=no{form.capital}", f"r={suffix}"]
    small, middle, fine = stems.clusters(row)
    found = [f"k1={small}", f"k2={middle}", f"k3={fine}", f"r={suffix}"]
    if form.capital:
        found += [f"ck1={small}", f"ck2={middle}"]
    return found
