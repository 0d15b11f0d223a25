"""The Russian pipeline: ``sentences``, ``morphology`` (and ``recognizer``, added by load.py)."""

from __future__ import annotations

from spacy.lang.ru import Russian
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from graphkit.knowledge import Knowledge, Scheme
from graphkit.languages import sentences
from graphkit.languages.cyrillic import INFIXES, PREFIXES, SUFFIXES, match_url
from graphkit.languages.pairs import PairTokenizer, place_words
from graphkit.languages.russian import morphology

NEVER_END = """
    г. гг. г-н. г-жа. им. ул. пр. просп. пл. д. кв. стр. обл. р-н. пос. с. тыс. млн. млрд.
    трлн. руб. долл. акад. проф. доц. канд. чл.-корр. зам. пред. ген. полк. св. см. ср.
    напр. и.о. вр.и.о. врио. т.е. т.н. т.к. н.э. ст. п. пп. рис. табл. янв. февр. апр. авг.
    сент. окт. нояб. дек.
    """.split()
MAY_END = ["т.д.", "т.п.", "др.", "пр.", "т.ч.", "и.т.д."]
NAMED = (Scheme.COUNTRY, Scheme.REGION, Scheme.CITY, Scheme.BODY)
NOUNS = (Scheme.ROLE, Scheme.TYPE)
FORMER = r"[Ээ]кс-(?=[а-яё])"  # «экс-министр» is a former minister
EXCEPTIONS = (
    "млн.",
    "млрд.",
    "трлн.",
    "проф.",
    "акад.",
    "зам.",
    "вр.и.о.",
    "г.",
    "гг.",
    "др.",
    "экс-",
)


def make_pipeline(knowledge: Knowledge) -> Language:
    """Return the pipeline; known pairs of countries are split («Казахстан-Корея»)."""
    nlp = Russian()
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*PREFIXES, FORMER]).search
    tokenizer.suffix_search = compile_suffix_regex(SUFFIXES).search
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    tokenizer.url_match = match_url
    for short in EXCEPTIONS:
        tokenizer.add_special_case(short, [{"ORTH": short}])
    nlp.add_pipe(
        sentences.FACTORY,
        name="sentences",
        config={"never_end": NEVER_END, "may_end": MAY_END, "starters": []},
    )
    names = sorted(name_words(knowledge))
    component = nlp.add_pipe(morphology.FACTORY, name="morphology", config={"names": names})
    assert isinstance(component, morphology.Morphology)
    places = place_words(knowledge, "ru")
    candidates = component.lemmatizer.candidates
    nlp.tokenizer = PairTokenizer(
        tokenizer, lambda word: not places.isdisjoint({word.casefold(), *candidates(word)})
    )
    return nlp


def name_words(knowledge: Knowledge) -> set[str]:
    """Return the labels of one word: capitalised names of places and bodies, nouns for posts."""
    return {
        label.text
        for schemes, capital in ((NAMED, True), (NOUNS, False))
        for concept in knowledge.scheme(*schemes)
        for label in concept.labels
        if label.language == "ru" and " " not in label.text
        if label.text[:1].isupper() == capital
    }
