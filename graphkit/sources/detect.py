"""Text -> the language it is in.

Script, letters, function words and endings decide, since they hold for one sentence
too, and for Kazakh typed on a Russian keyboard, without its own letters («Казакстан
Республикасынын Парламенти»), which trained identifiers take for Kyrgyz. py3langid is
asked only where they leave a doubt, and tells any further language that is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import py3langid
from babel import Locale

from graphkit.errors import ReleaseError
from graphkit.tongues import TONGUES

_LIKE_KK = ("kk", "ky", "tt", "ba", "uz", "mn")
_LIKE_RU = ("ru", "uk", "be", "bg")
# How much surer (in natural logarithms, py3langid's unit) it must be of another language:
# of 1,536 Kazakh sentences without қ ғ ұ, 33 are ranked elsewhere, none by more than 17.
_MARGIN = 20.0
_SAMPLE = 2_000
# So many characters tell as much as the whole of a long text.
_ENOUGH = 4_000

_KK_LINE = (
    "және мен бен пен үшін деп деді бұл ол осы сол туралы бойынша жөніндегі арасындағы арасында "
    "болып болды болған бар екенін екі өз өзара оның оны біз сондай-ақ сондай ақ кезінде барысында "
    "атап өтті айтты жылғы жылы кездесу кездесті қатысты тағы басқа бірге ретінде әрі емес ғана "
    "дейін кейін бүгін үлкен көп барлық қол қойды хабарлайды мүшелері төрағасы министрі басшысы "
    "елшісі қабылдады өткізді жүргізді тараптар сапармен деген еді екен керек сурет"
)
_RU_LINE = (
    "и в во на с со по не что как для от к ко за из о об он она они его ее её их это этот эта эти "
    "также был была было были при до после между под над у же но а или том числе года году который "
    "которые которой которая является стороны сторон состоялась состоялся прошла прошел принял "
    "подчеркнул отметил сообщает заявил глава фото где так есть чтобы более сегодня ходе"
)
_EN_LINE = (
    "the of and to in a for on with by at from as is was were are be been that this which who has "
    "have had their its his her he she it they we our between will would said also not but or an "
    "after during mr ms mrs new about into photo met"
)
_RU_WORDS = frozenset(_RU_LINE.split())
_EN_WORDS = frozenset(_EN_LINE.split())
# The same Kazakh words as a Russian keyboard writes them; those that would then be
# Russian words too («бар», «сол») are left out.
_BARE = str.maketrans("әғқңөұүһі", "агкноуухи")
_KK_BARE = (
    frozenset(word.translate(_BARE) for word in _KK_LINE.split())
    - _RU_WORDS
    - {"бар", "сол", "пен"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
# Letters no other language of those below has: і stands in Ukrainian too, ө ү ң in
# Kyrgyz and Mongolian, ә ң ө ү һ in Tatar, қ ғ (beside ў ҳ ӣ ӯ ҷ) in Uzbek and Tajik.
_KK_ONLY = re.compile("[қғұ]")
_KK_LETTER = re.compile("[әғқңөұүһі]")
# Bulgarian has ъ where Russian never does.
_FOREIGN = re.compile("[їєґўҳҷӣӯҗҡҙҫѓѕјљњќћђџ]|ъ(?![еёюя])")
_KK_ENDING = re.compile(
    r"\w\w(?:[лдт][ае]р(?:ы|и|ын|ин|ына|ине|[дт][аеиы]н?|га|ге|мен)?|[нтд][ыи]н|с[ыи]н[ыаеи]н?"
    r"|[ыи]нын|[ыи]нин|[ыи]нда|[ыи]нде|[ыи]нан|ысы|иси|г[ае]н|к[ае]н|[дт]ы|[дт]и|[ае]ды|[ае]ди|луы"
    r"|луи|[дт][ае]г[ыи]|м[ыи]з|б[ае]к)\Z"
)
_RU_ENDING = re.compile(
    r"\w\w(?:[оеы]го|[оыие]му|[ыои]й|[ыи]х|[ыи]ми?|[ая]я|[оеи]е|ости?|остью|ени[еяюй]|ени[яе]х?"
    r"|ци[ияюй]|ци[ея]й|[тв]ся|ского|ств[оауе]|ами|ями|ах|ов|ев|ли|ла|ло|л|ть|ет|ют|ут|ую|ой|ым)\Z"
)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for Kazakh and for Russian in one text, and words that suit neither."""

    words: int
    kazakh: int
    russian: int
    kazakh_only: int
    kazakh_letters: int
    foreign: int


def detect_language(text: str) -> str:
    """Return the tag of the language in which most of ``text`` is, ``kk`` for Kazakh.

    >>> detect_language("Депутаттар Астанада кездесті")
    'kk'
    >>> detect_language("Казакстан Республикасынын Сырткы истер министри кездести")
    'kk'
    >>> detect_language("Министры встретились в Астане")
    'ru'

    :raises ReleaseError: if the text is in another language, or has no words.
    """
    text = text[:_ENOUGH]
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    letters = len(_LETTER.findall(text))
    if letters == 0:
        raise ReleaseError("the text has no words; was it saved before the page had loaded?")
    if cyrillic + latin < letters / 2:
        return _ask(text)
    return _read_cyrillic(text) if cyrillic >= latin else _read_latin(text)


def _read_cyrillic(text: str) -> str:
    evidence = _weigh(_WORD.findall(text.lower()))
    lead = evidence.kazakh - evidence.russian
    if _is_doubtful(evidence):
        return _ask(text, "kk" if lead > 0 else "ru")
    if abs(lead) <= 1:
        return _closest(text, bare=evidence.kazakh_letters == 0)
    return "kk" if lead > 0 else "ru"


def _weigh(words: list[str]) -> _Evidence:
    kazakh = russian = own = letters = foreign = 0
    for word in words:
        has_letter = _KK_LETTER.search(word) is not None
        letters += has_letter
        own += _KK_ONLY.search(word) is not None
        foreign += _FOREIGN.search(word) is not None
        if has_letter or word in _KK_BARE:
            kazakh += 2
        elif _KK_ENDING.search(word):
            kazakh += 1
        if word in _RU_WORDS:
            russian += 2
        elif not has_letter and _RU_ENDING.search(word):
            russian += 1
    return _Evidence(len(words), kazakh, russian, own, letters, foreign)


def _is_doubtful(evidence: _Evidence) -> bool:
    """Say whether the letters would suit a neighbour language better."""
    if evidence.foreign * 20 >= evidence.words:
        return evidence.foreign > 0
    return evidence.words >= 4 and evidence.kazakh_letters > 0 == evidence.kazakh_only


def _read_latin(text: str) -> str:
    words = _WORD.findall(text.lower())
    known = sum(word in _EN_WORDS for word in words)
    if known * 6 >= len(words) and known > 1 and len(words) > 5:
        return "en"
    return _ask(text, "en")


def _closest(text: str, *, bare: bool) -> str:
    """Tell Kazakh from Russian by the likeness to any language of their families.

    Kazakh without its letters looks most like Kyrgyz to py3langid, so that answer is no
    ground for refusing a text that has no letter of either.
    """
    scores = dict(py3langid.rank(text[:_SAMPLE]))
    kazakh = max(scores[language] for language in _LIKE_KK)
    russian = max(scores[language] for language in _LIKE_RU)
    if kazakh > russian:
        return "kk" if bare else _ask(text, "kk")
    return _ask(text, "ru")


def _ask(text: str, ours: str | None = None) -> str:
    """Return ``ours`` unless py3langid is sure that it is something else."""
    ranking = py3langid.rank(text[:_SAMPLE])
    best, score = ranking[0]
    if best in TONGUES:
        return str(best)
    if ours is not None and score - dict(ranking)[ours] <= _MARGIN:
        return ours
    name = Locale("en").languages.get(best, f"the language {best!r}")
    known = ", ".join(tongue.name for tongue in TONGUES.values())
    raise ReleaseError(
        f"the text is in {name}; releases are read in {known}"
        " (give the language where it was mistaken)"
    )
