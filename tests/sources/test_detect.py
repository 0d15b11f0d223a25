from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphkit.errors import ReleaseError
from graphkit.sources import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("kk", "Тараптар ынтымақтастықты талқылады.", id="kk-sentence"),
        pytest.param("kk", "Сапар барысында министр Астанада болды.", id="kk-few-letters"),
        pytest.param("kk", "Депутаттар Ташкентке барды.", id="kk-no-own-letter"),
        pytest.param("kk", "Премьер-министр Парламент депутаттарымен кездесті.", id="kk-loans"),
        pytest.param(
            "kk", "Казакстан Республикасынын Сырткы истер министри кездести.", id="kk-substitutes"
        ),
        pytest.param("kk", "Сенат торагасы жана заң туралы айтты", id="kk-half-substituted"),
        pytest.param("kk", "СІМ басшысы", id="kk-two-words"),
        pytest.param("ru", "Стороны обсудили сотрудничество.", id="ru-sentence"),
        pytest.param("ru", "Посол Республики Корея Пак Чон Хи.", id="ru-names"),
        pytest.param(
            "ru", "Министр Дәулет Өтегенов провел встречу с послом Турции.", id="ru-kk-name"
        ),
        pytest.param("ru", "Съезд депутатов объединил парламентариев.", id="ru-hard-sign"),
        pytest.param("en", "The Speaker received the ambassador.", id="en-sentence"),
        pytest.param("en", "Senate Chairman visits Budapest", id="en-headline"),
        pytest.param("en", "Gábor Szőke, Minister of Hungary, met Nilgün Aksoy.", id="en-names"),
    ],
)
def test_detect_language_holds_for_one_sentence(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Kyrgyz", "Жогорку Кеңештин төрагасы делегацияны кабыл алды.", id="ky"),
        pytest.param("Uzbek", "Ўзбекистон Республикаси Ташқи ишлар вазири учрашди.", id="uz"),
        pytest.param("Ukrainian", "Міністр закордонних справ зустрівся з послом.", id="uk"),
        pytest.param("Bulgarian", "Министърът на външните работи се срещна с посланика.", id="bg"),
        pytest.param("Mongolian", "Монгол Улсын Гадаад хэргийн сайд уулзлаа хүлээн авч.", id="mn"),
        pytest.param("Turkish", "Türkiye Büyük Millet Meclisi Başkanı kabul etti.", id="tr"),
        pytest.param("German", "Die Bundesministerin traf den Botschafter in Berlin.", id="de"),
        pytest.param("Chinese", "哈萨克斯坦外交部长在北京会见了中国外交部长", id="zh"),
    ],
)
def test_detect_language_refuses_other_languages_by_name(name: str, text: str) -> None:
    with pytest.raises(ReleaseError, match=rf"in {name}; .* Kazakh, Russian, English"):
        detect_language(text)


def test_detect_language_goes_by_most_of_a_mixed_text() -> None:
    text = "Стороны обсудили сотрудничество. " * 3 + "Тараптар ынтымақтастықты талқылады."
    assert detect_language(text) == "ru"


@pytest.mark.parametrize("text", ["", "12.03.2026 — 15:00", "!!!"])
def test_detect_language_wants_words(text: str) -> None:
    with pytest.raises(ReleaseError, match="has no words"):
        detect_language(text)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("substituted", [False, True], ids=["as-given", "without-kk-letters"])
def test_detect_language_tells_every_sentence_of_the_devset(
    language: str, substituted: bool, data: Path
) -> None:
    bare = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
    wrong = []
    for path in sorted((data / "devset/texts").glob(f"*{language}*")):
        for sentence in re.split(r"(?<=[.!?])\s+", path.read_text(encoding="utf-8")):
            text = sentence.removeprefix(" date ").translate(bare if substituted else {})
            if len(text.split()) >= 4 and detect_language(text) != language:
                wrong.append(text)
    assert wrong == []
