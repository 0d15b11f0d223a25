"""Whatever a release says, its extraction holds together and lies in its text."""

from __future__ import annotations

import pytest
from extract.reading import Reading, read
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graphkit.errors import ReleaseError
from graphkit.model import EVENTS, Kind, Relation

pytestmark = pytest.mark.model
TRUE = {
    "kk": (
        "Қазақстан Сыртқы істер министрі Дәурен Сәбитов Германия елшісімен кездесті.",
        "«Біз ынтымақтастықты дамытуға дайынбыз», - деді министр.",
        "АҚШ-тың Қазақстандағы елшісі Джейн Харлоу; Жапонияның елшісі Кэндзи Морита.",
        "Ұлыбритания Парламентінде Орталық Азия елдерімен достық тобы (APPG) құрылды.",
        "12 наурызда Астанада Мәжіліс Төрағасының орынбасары Ержан Қасымов жиын өткізді",
        "- Е.Қасымов, Сенат депутаты;",
        "Оның құрамына Анна Вебер мен Клаус Шмидт кірді.",
    ),
    "ru": (
        "Министр иностранных дел Казахстана Даурен Сабитов встретился с послом Германии.",
        "«Мы готовы развивать сотрудничество, – сказал министр. – Впереди много работы».",
        "Посол США в Казахстане Джейн Харлоу; посол Японии – Кэндзи Морита.",
        "В Парламенте Великобритании создана Всепартийная группа по Центральной Азии (APPG).",
        "12 марта в Астане заместитель председателя Сената провёл заседание",
        "- Е. Касымов, депутат Мажилиса (партия «Аманат»);",
        "В состав делегации во главе с Анной Вебер вошли Клаус Шмидт и Ли Чжун Хо.",
    ),
    "en": (
        "Foreign Minister of Kazakhstan Dauren Sabitov met the German Ambassador.",
        '"We are ready to cooperate," said the Minister. "There is much to do."',
        "The US Ambassador to Kazakhstan, Jane Harlow; Kenji Morita, Ambassador of Japan.",
        "The All-Party Parliamentary Group on Central Asia (APPG) of the House of Commons met.",
        "On 12 March the Deputy Speaker of the Senate held a session in Astana",
        "- Y. Kassymov MP, Lord Harlow of Ashby (Labour);",
        "A delegation headed by Anna Weber included Klaus Schmidt, who visited Rome.",
    ),
}
JUNK = (
    "", " ", "\n", "\n\n", "«", "»", '"', "”", "“", ":", ";", "–", "- ", "(", ")", ",", "...", "%",
    "№ 5", "https://example.org/a?b=c", "😀", "\u00ad", "\u0301", "\u200b", "A", "О", "ӘІҢҒҮҰҚӨҺ",
    "123 456", "Т.", "деді", "сказал", "said", "&quot;", "мен", "of the", "министр", "Парламент",
)  # fmt: skip
TEXTS = st.sampled_from(sorted(TRUE)).flatmap(
    lambda language: st.tuples(
        st.just(language),
        st.lists(
            st.one_of(
                st.sampled_from(TRUE[language]),
                st.sampled_from([s for texts in TRUE.values() for s in texts]),
                st.sampled_from(JUNK),
                st.text(max_size=6),
            ),
            min_size=1,
            max_size=7,
        ),
        st.sampled_from(("", " ", "\n")),
    )
)


def hold_together(reading: Reading) -> None:
    """Assert what is true of every extraction."""
    extraction = reading.extraction
    ids = [referent.id for referent in extraction.referents]
    assert len(ids) == len(set(ids))
    for place in (*extraction.mentions, *extraction.claims):
        assert 0 <= place.begin < place.end <= len(extraction.release.text)
    assert {mention.referent for mention in extraction.mentions} <= set(ids)
    for claim in extraction.claims:
        assert {claim.subject, claim.object} <= set(ids)
        assert claim.subject != claim.object
        assert 0 <= claim.confidence <= 1
        assert claim.extractor
    hold_meaning(reading)


def hold_meaning(reading: Reading) -> None:
    """Assert that each relation has subjects and objects of the kinds that it is for."""
    for claim in reading.extraction.claims:
        subject, obj = reading.by_id[claim.subject], reading.by_id[claim.object]
        if claim.relation is Relation.HOLDS:
            assert (subject.kind, obj.kind) == (Kind.PERSON, Kind.POST)
        elif claim.relation is Relation.CREATOR:
            assert (subject.kind, obj.kind) == (Kind.QUOTATION, Kind.PERSON)
        elif claim.relation is Relation.OF_COUNTRY:
            assert obj.kind is Kind.COUNTRY
        elif claim.relation in (Relation.ATTENDEE, Relation.ORGANIZER, Relation.LOCATION):
            assert subject.kind in EVENTS
        elif claim.relation in (Relation.POST_IN, Relation.ACCREDITED_TO):
            assert subject.kind is Kind.POST
    for referent in reading.extraction.referents:
        assert referent.kind is not Kind.POST or referent.role
        assert referent.kind is not Kind.QUOTATION or (referent.text and referent.language)
        assert referent.kind not in (Kind.PERSON, Kind.CITY) or referent.names


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(TEXTS)
def test_any_mixture_of_sentences_and_junk_is_read(text: tuple[str, list[str], str]) -> None:
    language, parts, glue = text
    try:
        reading = read(glue.join(parts), language)
    except ReleaseError:
        assume(False)
    hold_together(reading)


@pytest.mark.parametrize("language", sorted(TRUE))
def test_a_whole_release_is_read_the_same_twice(language: str) -> None:
    text = "\n".join(TRUE[language])
    first = read(text, language)
    hold_together(first)
    assert read(text, language).extraction == first.extraction
    assert {"Person", "Post", "Quotation"} <= {r.kind for r in first.extraction.referents}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "kk",
            "Кеше кешке қарай Қазақстан Сыртқы істер министрі Дәурен Сәбитов келді.",
            "Қазақстан Сыртқы істер министрі Дәурен Сәбитов",
        ),
        (
            "ru",
            "Вчера вечером министр иностранных дел Казахстана Даурен Сабитов прибыл в Рим.",
            "министр иностранных дел Казахстана Даурен Сабитов",
        ),
        (
            "en",
            "Yesterday evening Foreign Minister of Kazakhstan Dauren Sabitov arrived in Rome.",
            "Foreign Minister of Kazakhstan Dauren Sabitov",
        ),
    ],
    ids=["kk", "ru", "en"],
)
def test_a_post_is_stated_by_the_title_and_the_name_alone(
    language: str, text: str, words: str
) -> None:
    reading = read(text, language)
    [claim] = reading.claims(Relation.HOLDS)
    assert reading.words(claim) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ми\u00adнистр юстиции Германии Клаус Ве\u00adбер прибыл.", "Клаус Ве\u00adбер"),
        ("Министр юстиции Германии Клаус &quot;Вебер&quot; прибыл.", "Клаус"),
    ],
    ids=["soft-hyphens", "entities"],
)
def test_mentions_lie_in_the_text_as_given_not_as_read(text: str, words: str) -> None:
    reading = read(text, "ru")
    found = [reading.extraction.release.text[m.begin : m.end] for m in reading.extraction.mentions]
    assert any(word.startswith(words) for word in found)


def test_an_empty_release_says_nothing() -> None:
    extraction = read("...", "en").extraction
    assert (extraction.referents, extraction.mentions, extraction.claims) == ((), (), ())
