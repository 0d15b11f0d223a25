"""Inflected forms, made after the rules of harmony and assimilation."""

import pytest

from graphkit.languages.kazakh.suffixes import hyphen_case, inflect
from graphkit.model import Case

CASES = (Case.GEN, Case.DAT, Case.ACC, Case.LOC, Case.ABL, Case.INS)


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("қала", "қаланың қалаға қаланы қалада қаладан қаламен"),
        ("кеме", "кеменің кемеге кемені кемеде кемеден кемемен"),
        ("қазақ", "қазақтың қазаққа қазақты қазақта қазақтан қазақпен"),
        ("мемлекет", "мемлекеттің мемлекетке мемлекетті мемлекетте мемлекеттен мемлекетпен"),
        ("орман", "орманның орманға орманды орманда орманнан орманмен"),
        ("теңіз", "теңіздің теңізге теңізді теңізде теңізден теңізбен"),
        ("ауыл", "ауылдың ауылға ауылды ауылда ауылдан ауылмен"),
        ("Абай", "Абайдың Абайға Абайды Абайда Абайдан Абаймен"),
        ("Иванов", "Ивановтың Ивановқа Ивановты Ивановта Ивановтан Ивановпен"),
        ("Медведев", "Медведевтің Медведевке Медведевті Медведевте Медведевтен Медведевпен"),
        ("Тоқаев", "Тоқаевтың Тоқаевқа Тоқаевты Тоқаевта Тоқаевтан Тоқаевпен"),
        ("Меркель", "Меркельдің Меркельге Меркельді Меркельде Меркельден Меркельмен"),
        ("кездесу", "кездесудің кездесуге кездесуді кездесуде кездесуден кездесумен"),
    ],
)
def test_cases(stem: str, forms: str) -> None:
    assert [inflect(stem, case) for case in CASES] == forms.split()


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("топ", "тобының тобына тобын тобында тобынан тобымен"),
        ("палата", "палатасының палатасына палатасын палатасында палатасынан палатасымен"),
        ("халық", "халқының халқына халқын халқында халқынан халқымен"),
        ("мүшелік", "мүшелігінің мүшелігіне мүшелігін мүшелігінде мүшелігінен мүшелігімен"),
        ("Кремль", "Кремлінің Кремліне Кремлін Кремлінде Кремлінен Кремлімен"),
    ],
)
def test_cases_after_a_possessive_have_the_pronominal_n(stem: str, forms: str) -> None:
    assert [inflect(stem, case, possessor="3") for case in CASES] == forms.split()


def test_other_possessors_and_plurals() -> None:
    assert inflect("кітап", Case.DAT, possessor="1") == "кітабыма"
    assert inflect("ел", Case.LOC, possessor="1p") == "елімізде"
    assert inflect("топ", possessor="3", plural=True) == "топтары"
    assert [inflect(s, plural=True) for s in ("бала", "адам", "сөз", "мүше", "ұйым", "хан")] == (
        "балалар адамдар сөздер мүшелер ұйымдар хандар".split()
    )


def test_patronymics_decline_as_possessives() -> None:
    assert [inflect("Серікқызы", case) for case in CASES] == (
        "Серікқызының Серікқызына Серікқызын Серікқызында Серікқызынан Серікқызымен".split()
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("БАӘ-нің", ("БАӘ", Case.GEN, False)),
        ("ЕҚЫҰ-на", ("ЕҚЫҰ", Case.DAT, False)),
        ("АҚШ-тағы", ("АҚШ", Case.LOC, True)),
        ("JICA-мен", ("JICA", Case.INS, False)),
        ("Смит-Хейл", None),
        ("тау-кен", None),
    ],
)
def test_hyphen_case(word: str, expected: tuple[str, Case, bool] | None) -> None:
    assert hyphen_case(word) == expected
