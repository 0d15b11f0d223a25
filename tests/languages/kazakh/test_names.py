"""Which reading of a name wins, and why."""

import pytest

from graphkit.languages import grammar, load_pipeline
from graphkit.languages.kazakh.lexicon import Lexicon, load_counts
from graphkit.languages.kazakh.names import NameReader, Sort, count_stems, restore
from graphkit.model import Case, Kind

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def names() -> NameReader:
    return NameReader(Lexicon(load_counts()), {"минден"})


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("Обамамен", "обама", Case.INS),
        ("Клинтонмен", "клинтон", Case.INS),
        ("Зеленскиге", "зеленски", Case.DAT),
        ("Рузвельтпен", "рузвельт", Case.INS),
        ("Меркельдің", "меркель", Case.GEN),
        ("Тэтчерді", "тэтчер", Case.ACC),
        ("Хаясида", "хаясида", Case.NOM),
        ("Аннан", "аннан", Case.NOM),
        ("Сапарұлына", "сапарұлы", Case.DAT),
    ],
)
def test_person(names: NameReader, word: str, stem: str, case: Case) -> None:
    reading = names.read(word, Sort.PERSON, {})
    assert (reading.lemma, reading.case) == (stem, case)


def test_other_forms_of_the_release_settle_a_doubtful_name(names: NameReader) -> None:
    alone = names.read("Вейден", Sort.PERSON, count_stems(["Вейден"]))
    together = names.read("Вейден", Sort.PERSON, count_stems(["Вейден", "Вейденмен"]))
    assert (alone.lemma, together.lemma) == ("вей", "вейден")


def test_a_known_place_stays_whole(names: NameReader) -> None:
    assert names.read("Минден", Sort.PLACE, {}).lemma == "минден"


def test_restore_keeps_the_capitals(names: NameReader) -> None:
    word = "ОСПАНОВТЫҢ"
    assert restore(word, names.read(word, Sort.PERSON, {})) == "ОСПАНОВ"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Айжан ОСПАНОВАМЕН", Kind.PERSON, "Айжан Оспанова"),
        ("«Ауыл» партиясының", Kind.PARTY, "«Ауыл» партиясы"),
        ("Венгрия\nҰлттық жиналысымен", Kind.PARLIAMENT, "Венгрия Ұлттық жиналысы"),
        ("«Самұрық»", Kind.ORGANIZATION, "«Самұрық»"),
        ("Премьер-Министрінің", Kind.POST, "Премьер-Министр"),
    ],
)
def test_nominative(text: str, kind: Kind, expected: str) -> None:
    assert grammar("kk").nominative(load_pipeline("kk")(text)[:], kind) == expected
