"""Offices as ministries of many states write them in English."""

from __future__ import annotations

import pytest
from extract.reading import read

pytestmark = pytest.mark.model
DEPUTY = "deputy_minister in ministry-of-{} of GE"


@pytest.mark.parametrize(
    ("title", "person", "posts"),
    [
        (
            "Georgia's First Deputy Minister of Economy and Sustainable Development",
            "Nino Lomidze",
            {DEPUTY.format("economy")},
        ),
        (
            "First Deputy Minister of Foreign Affairs of Georgia",
            "Nino Lomidze",
            {DEPUTY.format("foreign-affairs")},
        ),
        (
            "Associate Minister of Finance of Georgia",
            "Nino Lomidze",
            {DEPUTY.format("finance")},
        ),
        (
            "Minister of State for Foreign Affairs of the UAE",
            "Reem Al Hashimy",
            {"minister in ministry-of-foreign-affairs of AE"},
        ),
        ("Secretary of State for Foreign Affairs of Portugal", "Ana Martins", set()),
    ],
)
def test_a_title_is_read_with_its_rank(title: str, person: str, posts: set[str]) -> None:
    assert read(f"{title} {person} spoke.", "en").posts(person) == posts


def test_a_director_of_a_ministry_is_not_its_minister() -> None:
    text = "Political Director of the French Foreign Ministry Frédéric Mondoloni spoke."
    assert read(text, "en").posts("Frédéric Mondoloni") == {"director in fr/quai-dorsay of FR"}


def test_who_becomes_something_has_the_post() -> None:
    text = "Former Speaker Alan Whitcombe becomes High Commissioner to the United Kingdom."
    assert "high_commissioner to GB" in read(text, "en").posts("Alan Whitcombe")


def test_an_official_spokesperson_is_a_spokesperson() -> None:
    text = "Shri Arvind Menon, Official Spokesperson: Good afternoon."
    assert read(text, "en").posts("Shri Arvind Menon") == {"spokesperson"}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        pytest.param(
            "The Presidents of Finland and Latvia, Alexander Stubb and Edgars Rinkēvičs, met.",
            {"Alexander Stubb": {"president of FI"}, "Edgars Rinkēvičs": {"president of LV"}},
            id="states and then names",
        ),
        pytest.param(
            "Presidents Emmanuel Macron of France and Luiz Lula da Silva of Brazil signed it.",
            {"Emmanuel Macron": {"president of FR"}, "Luiz Lula da Silva": {"president of BR"}},
            id="each name with its state",
        ),
        pytest.param(
            "Foreign Ministers Pol Hansen and Narek Sahakyan will meet in Brussels.",
            {"Pol Hansen": {"minister"}, "Narek Sahakyan": {"minister"}},
            id="of states that are not said",
        ),
        pytest.param(
            "President Claire Moreau of Luxembourg spoke by telephone with Tigran Avetisyan, "
            "President of the Republic of Armenia.",
            {"Claire Moreau": {"president of LU"}, "Tigran Avetisyan": {"president of AM"}},
            id="the state behind the name",
        ),
        pytest.param(
            "The Chargé d'affaires of Serbia in Astana, Marko Petrović, was received by "
            "the Deputy Minister of Foreign Affairs Alibek Bakayev.",
            {"Alibek Bakayev": {"deputy_minister in ministry-of-foreign-affairs of KZ"}},
            id="the host of an envoy",
        ),
        pytest.param(
            "The Deputy Minister of Foreign Affairs, Ivan Petrov, received the Ambassador of "
            "Japan, Kenji Sato.",
            {"Ivan Petrov": {"deputy_minister in ministry-of-foreign-affairs"}},
            id="an envoy is not the host's",
        ),
        pytest.param(
            "Accompanying the President was the Minister of State, Colm Brannigan, as well as "
            "the Secretary General to the President, Orla Fitzsimons.",
            {"Orla Fitzsimons": {"secretary_general"}},
            id="who serves the president",
        ),
    ],
)
def test_whose_the_offices_are(text: str, posts: dict[str, set[str]]) -> None:
    reading = read(text, "en")
    assert {person: reading.posts(person) for person in posts} == posts


def test_a_prime_minister_is_of_the_one_state_that_the_release_names() -> None:
    text = "On behalf of the Government of Malta, Prime Minister Joseph Farrugia sent a message."
    assert read(text, "en").posts("Joseph Farrugia") == {"prime_minister of MT"}


def test_two_do_not_hold_one_office() -> None:
    reading = read(
        "On Tuesday, Foreign Minister Péter Varga held a telephone conversation with "
        "Foreign Minister of Kazakhstan Murat Sabitov.",
        "en",
    )
    assert reading.persons == {"Péter Varga", "Murat Sabitov"}
    assert reading.posts("Péter Varga") == {"minister in ministry-of-foreign-affairs"}


def test_guests_do_not_sit_in_the_hosts_parliament() -> None:
    reading = read(
        "A delegation of the All-Party Parliamentary Group on Uzbekistan, headed by its Chair, "
        "Fiona Garside MP, visited Uzbekistan. The guests came to the Oliy Majlis.",
        "en",
    )
    assert "member_of_parliament" in reading.posts("Fiona Garside")


def test_a_speaker_of_a_house_that_is_named_is_of_no_other() -> None:
    reading = read(
        "The Speaker of the House of Commons, Sir Peter Brown, welcomed a delegation of "
        "the Mazhilis of the Parliament of Kazakhstan.",
        "en",
    )
    assert not any("majilis" in post for post in reading.posts("Peter Brown"))


def test_a_deputy_minister_may_have_his_state_behind_his_name() -> None:
    reading = read("The talks were chaired by Deputy Minister Ivan Petrov of Bulgaria.", "en")
    assert reading.posts("Ivan Petrov") == {"deputy_minister of BG"}
