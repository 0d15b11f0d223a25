"""The component ``morphology`` of Kazakh: dictionary forms and features."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.languages.kazakh.analysis import Reading
from graphkit.languages.kazakh.lexicon import Lexicon, bases, keep
from graphkit.languages.kazakh.suffixes import hyphen_case
from graphkit.languages.kazakh.verbs import Form
from graphkit.model import Case

FACTORY = "kazakh_morphology"
# A reading this much less likely than the best is no candidate.
CANDIDATE_RANGE = 7.0
# A longer word in capitals is a word of a headline.
ABBREVIATION_LENGTH = 5
POSSESSORS = {
    "1": "Number[psor]=Sing|Person[psor]=1",
    "2": "Number[psor]=Sing|Person[psor]=2",
    "3": "Person[psor]=3",
    "1p": "Number[psor]=Plur|Person[psor]=1",
    "2p": "Number[psor]=Plur|Person[psor]=2",
}
VERB_FORMS = {
    Form.CONVERB: "VerbForm=Conv",
    Form.PARTICIPLE: "VerbForm=Part|Tense=Past",
    Form.FUTURE: "VerbForm=Part|Tense=Fut",
    Form.HABITUAL: "VerbForm=Part|Tense=Pres",
    Form.INTENT: "VerbForm=Part|Tense=Fut",
    Form.PAST: "VerbForm=Fin|Tense=Past|Person=3",
    Form.PAST_PERSON: "VerbForm=Fin|Tense=Past",
    Form.EVIDENTIAL: "VerbForm=Fin|Tense=Past|Person=3",
    Form.PRESENT: "VerbForm=Fin|Tense=Pres|Person=3",
    Form.PRESENT_PERSON: "VerbForm=Fin|Tense=Pres",
    Form.CONDITIONAL: "VerbForm=Fin|Mood=Cnd",
    Form.IMPERATIVE: "VerbForm=Fin|Mood=Imp",
}
# Words that would be read as inflected nouns or verbs.
FIXED = frozenset(
    """
    мен бен пен және да де та те ма ме ба бе па пе бұл сол осы ол біз сіз олар үшін туралы кейін
    соң бұрын арқылы бойынша дейін деп емес жоқ бар тағы өте сондай-ақ ретінде бірге екі алты жеті
    жиырма елу бірінші бас бүгін ертең кеше бірлескен өзара ресми қамтамасыз дәптер жергілікті
    арнайы бүкіл саяси мәдени рухани нақты тұрақты ерекше айрықша жақын жасырын дайын негізгі терең
    электронды заңды алайда сондықтан әуе іскер ірі қарсы төтенше өкілетті
    наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан қаңтар ақпан
    """.split()
)
PRONOUNS = {
    form: lemma
    for lemma, forms in {
        "ол": "оның оған оны онда одан онымен олар олардың оларға оларды оларда олардан олармен",
        "біз": "біздің бізге бізді бізде бізден бізбен",
        "мен": "менің маған мені менде менен менімен",
        "сіз": "сіздің сізге сізді сізде сізден сізбен",
        "бұл": "бұның мұның бұған мұны бұны мұнда бұдан мұнымен",
        "сол": "соның соған соны сонда содан сонымен",
        "осы": "осының осыған осыны осында осыдан осымен",
        "өз": "өзі өзінің өзіне өзін өзінде өзінен өзімен өздері өздерінің",
    }.items()
    for form in forms.split()
}


# Where the commoner reading is not the one of releases: «отырысқа қатысты».
SPECIAL = {"қатысты": "қатысу"}


class Morphology:
    """Sets ``lemma_``, ``morph`` and, for verbs, ``pos_`` of each token."""

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._vocab = vocab
        self._best: dict[str, tuple[str, str, str]] = {}
        self._candidates: dict[str, tuple[str, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        best = self._best
        for token in doc:
            word = token.text
            found = best.get(word)
            if found is None:
                found = keep(best, word, self._describe(word))
            token.lemma_ = found[0]
            if found[1]:
                token.set_morph(found[1])  # type: ignore[attr-defined]
            if found[2]:
                token.pos_ = found[2]
        return doc

    def lemma(self, word: str) -> str:
        """Return the casefolded dictionary form of a word, as the pipeline gives it."""
        found = self._best.get(word)
        if found is None:
            found = keep(self._best, word, self._describe(word))
        return found[0]

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first.

        Last comes what the word is derived from: «қазақстандық», «қазақстан».
        """
        found = self._candidates.get(word)
        if found is None:
            lemma = self.lemma(word)
            names = [lemma]
            if word.isalpha() and lemma not in FIXED:
                ranked = self.lexicon.rank(word)
                limit = ranked[0][0] - CANDIDATE_RANGE
                names += [reading.lemma for score, reading in ranked if score >= limit]
                names += [base for base in bases(lemma) if base in self.lexicon]
            found = keep(self._candidates, word, tuple(dict.fromkeys(names)))
        return found

    def _describe(self, word: str) -> tuple[str, str, str]:
        low = word.casefold()
        if (hyphened := hyphen_case(word)) is not None:
            stem, case, relative = hyphened
            return stem.casefold(), features(Reading(stem, case, relative=relative)), ""
        if low in FIXED or not low.replace("-", "").isalpha() or low.endswith("-"):
            return low, "", ""
        if low in SPECIAL:
            return SPECIAL[low], "VerbForm=Fin|Tense=Past|Person=3", "VERB"
        if low in PRONOUNS:
            return PRONOUNS[low], "", "PRON"
        if self.lexicon.is_label(word):
            return low, "Case=Nom", ""
        if word.isupper() and 1 < len(word) <= ABBREVIATION_LENGTH:
            return low, "Case=Nom", ""
        head, hyphen, last = word.rpartition("-")
        reading = self.lexicon.rank(last)[0][1]
        pos = "" if reading.verb is None else "VERB"
        return head.casefold() + hyphen + reading.lemma, features(reading), pos


def features(reading: Reading) -> str:
    """Return a reading's UD features; ``Relative=Yes`` is ours, for «-дағы» before a noun."""
    parts = [
        f"Case={reading.case.value}" if reading.case is not None else "",
        "Number=Plur" if reading.plural else "",
        POSSESSORS[reading.possessor] if reading.possessor else "",
        "Relative=Yes" if reading.relative else "",
        VERB_FORMS[reading.verb] if reading.verb else "",
    ]
    if reading.verb is not None and reading.case is Case.NOM:
        parts[0] = ""
    return "|".join(part for part in parts if part)
