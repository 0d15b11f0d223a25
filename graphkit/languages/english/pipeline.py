"""The English pipeline: ``sentences``, ``morphology`` (and ``recognizer``, added by load.py)."""

from __future__ import annotations

from spacy.lang.char_classes import CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from graphkit.knowledge import Knowledge
from graphkit.languages import sentences
from graphkit.languages.cyrillic import ALPHA, LOWER, UPPER
from graphkit.languages.english import morphology
from graphkit.languages.english.lemmas import candidates
from graphkit.languages.pairs import PairTokenizer, place_words

# spaCy's rules for English, but a hyphen never splits ("Whitmore-Hale", "vice-chair"),
# and initials stay one by one ("D.W.Kang" is D. W. Kang).
INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    rf"(?<=[{UPPER}]\.)(?=[{UPPER}][{LOWER}])",
    rf"(?<=[{LOWER}][{LOWER}][{LOWER}])\.(?=[{UPPER}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])(?:–|—|--|---)(?=[{ALPHA}\"“])",
    rf"(?<=[{ALPHA}0-9])[:<>=/;](?=[{ALPHA}])",
    r"(?<=[{a}])(?:[{q}])(?=[{a}])".format(a=ALPHA, q='"“”«»'),
    rf"(?<=[{ALPHA}{CONCAT_QUOTES}])—(?=[{ALPHA}])",
]
NEVER_END = """
    mr. mrs. ms. dr. prof. st. sen. rep. gov. gen. col. capt. lt. maj. sgt. adm. hon. rt.
    rev. h.e. h.h. h.r.h. smt. eng. messrs. amb. vs. no. nos. art. fig. approx. jan. feb. mar.
    apr. jun. jul. aug. sept. sep. oct. nov. dec. u.s. u.k. u.n. e.u. e.g. i.e. cf. d.c.
    """.split()
MAY_END = """
    etc. a.m. p.m. inc. ltd. co. corp. jr. sr. ph.d. m.p. al.
    """.split()
STARTERS = """
    the in he she it they we a an this these that on at for as but and earlier later
    """.split()


# Words of names of several words, and unions, that stand in pairs: "EU-Central Asia".
FIRST_WORDS = frozenset({"eu", "asean", "gcc", "central", "saudi", "sri"})


def make_pipeline(knowledge: Knowledge) -> Language:
    """Return the pipeline; known pairs of countries are split ("British-Kazakh")."""
    nlp = English()
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    places = place_words(knowledge, "en") | FIRST_WORDS
    nlp.tokenizer = PairTokenizer(
        tokenizer, lambda word: not places.isdisjoint({word.casefold(), *candidates(word)})
    )
    nlp.add_pipe(
        sentences.FACTORY,
        name="sentences",
        config={"never_end": NEVER_END, "may_end": MAY_END, "starters": STARTERS},
    )
    nlp.add_pipe(morphology.FACTORY, name="morphology")
    return nlp
