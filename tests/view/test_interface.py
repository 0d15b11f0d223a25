"""The page as a reader meets it, in a browser."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from graphkit.graph import Graph
from graphkit.view import frame

pytestmark = pytest.mark.browser


def test_page_makes_no_request_and_no_error(opened):
    opened.find("Hoyle")
    opened.click("#panel .why >> nth=0")
    opened.wait_for_selector("#panel mark")
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert len(opened.requests) == 1
    assert opened.troubles == []


@pytest.mark.parametrize(
    "typed",
    ["Көшербаев", "Кошербаев", "kosherbayev", "KÖSHERBAEV", "Көшерб", "ермек"],
    ids=["kk", "ru", "en", "latin-kk", "beginning", "given-name"],
)
def test_search_finds_a_person_in_any_script(opened, typed):
    opened.fill("#search", typed)
    assert opened.inner_text("#hits [role=option] >> nth=0 >> bdi >> nth=0") == "Yermek Kosherbayev"


def test_search_offers_close_names_when_letters_are_wrong(opened):
    opened.fill("#search", "Kosherbuyav")
    assert "Close names" in opened.inner_text("#hits")
    assert "Yermek Kosherbayev" in opened.inner_text("#hits")


def test_search_is_a_combobox_for_the_keyboard(opened):
    opened.keyboard.press("/")
    opened.keyboard.type("parliament")
    assert opened.get_attribute("#search", "aria-expanded") == "true"
    opened.keyboard.press("ArrowDown")
    second = opened.get_attribute("#search", "aria-activedescendant")
    assert opened.get_attribute(f"#{second}", "aria-selected") == "true"
    opened.keyboard.press("Escape")
    assert opened.is_hidden("#hits")


def test_click_on_a_node_opens_its_panel(opened):
    opened.mouse.click(*opened.ask("graphkit.place('person/lindsay-hoyle')"))
    assert opened.inner_text("#panel h2") == "Lindsay Hoyle"
    posts = opened.inner_text("[data-section=posts]")
    assert "speaker" in posts
    assert "House of Commons" in posts
    assert "since 28 Feb 2026" in posts


def test_panel_shows_the_sentence_in_its_release(opened):
    opened.find("Hoyle")
    opened.click("[data-section=posts] .why")
    sentence = opened.inner_text("[data-section=posts] mark")
    assert sentence.endswith("Линдси Хойлмен кездесті.")
    assert opened.locator("[data-section=posts] blockquote").get_attribute("lang") == "kk"
    assert "Хойлмен" in opened.locator("[data-section=posts] mark b").all_inner_texts()
    # The sentence that follows it in the release stands beside it.
    assert "топтың құрылуын" in opened.inner_text("[data-section=posts] .near")
    link = opened.locator("[data-section=posts] figcaption a")
    assert link.inner_text() == "Лондонда кездесу өтті"
    assert link.get_attribute("href") == "https://www.gov.kz/news/1"
    assert "28 Feb 2026" in opened.inner_text("[data-section=posts] figcaption")


def test_panel_shows_names_quotations_and_releases(opened):
    opened.find("Kosherbayev")
    opened.wait_for_selector("[data-section=releases]")
    assert "Парламенттік диалог" in opened.inner_text("[data-section=quotes]")
    assert "Ермек Кошербаев" in opened.inner_text("[data-section=names]")
    assert "Lindsay Hoyle" in opened.inner_text("[data-section=met]")


def test_panel_says_what_is_former_and_what_is_planned(opened):
    opened.find("Ахмедов")
    assert "former" in opened.inner_text("[data-section=posts]")
    opened.find("meeting all-party")
    assert "planned" in opened.inner_text("#panel header")


def test_panel_says_when_no_release_states_a_fact(opened):
    opened.find("House of Commons")
    assert "From built-in knowledge" in opened.inner_text("[data-section=structure]")


def test_click_on_a_link_shows_sentences_and_confidence(opened):
    ends = "'person/clare-winton', 'org:memberOf', 'body/gb/appg'"
    opened.mouse.click(*opened.ask(f"graphkit.placeLink({ends})"))
    assert opened.inner_text("#panel h2") == "member of"
    assert "80%" in opened.inner_text("#panel")
    opened.wait_for_selector("#panel mark")
    assert opened.inner_text("#panel mark").startswith("Clare Winton joins")


def test_language_switch_changes_words_and_labels(opened):
    opened.click("[data-language=kk]")
    assert opened.get_attribute("html", "lang") == "kk"
    texts = {label["text"] for label in opened.ask("graphkit.labels()")}
    assert "Ермек Көшербаев" in texts
    assert "Адамдар" in opened.inner_text("#filters")
    opened.click("[data-language=ru]")
    assert "Персоны" in opened.inner_text("#filters")
    assert "Ермек Кошербаев" in {label["text"] for label in opened.ask("graphkit.labels()")}


def test_labels_never_overlap_at_rest(opened):
    boxes = [label["box"] for label in opened.ask("graphkit.labels()")]
    assert len(boxes) > 10
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_links_are_named_on_the_picture(opened):
    names = {
        label["text"] for label in opened.ask("graphkit.labels()") if label["link"] is not None
    }
    assert names & {"minister", "speaker", "member of", "attended by", "part of", "concerns"}


def test_several_links_of_two_nodes_are_told_apart(opened):
    ends = "'person/lindsay-hoyle', {}, 'body/gb/commons'"
    for relation, name in (("'org:holds'", "speaker"), ("'org:memberOf'", "member of")):
        opened.mouse.click(*opened.ask(f"graphkit.placeLink({ends.format(relation)})"))
        assert opened.inner_text("#panel h2") == name


def test_facts_of_one_relation_are_one_link_with_a_count(open_page, world):
    store = ox.Store()
    store.bulk_extend(world.quads())
    store.update(
        f"""{PREFIXES} PREFIX id: <https://w3id.org/graphkit/id/>
        PREFIX role: <https://w3id.org/graphkit/role/>
        INSERT DATA {{ id:person\\/ermek-kosherbaev org:holds id:post\\/kz\\/acting .
          id:post\\/kz\\/acting a org:Post ; org:role role:spokesperson ;
            org:postIn id:body\\/kz\\/mfa }}"""
    )
    page = open_page(Graph(store), language="en")
    ends = "'person/ermek-kosherbaev', 'org:holds', 'body/kz/mfa'"
    page.mouse.click(*page.ask(f"graphkit.placeLink({ends})"))
    assert set(re.split(", | ", page.inner_text("#panel h2"))) == {"minister", "spokesperson", "×2"}


def test_legend_is_a_filter(opened):
    opened.click("[data-group=event] input >> nth=0")
    assert not opened.shown() & {"london-meeting", "event"}
    assert "tashkent" in opened.shown()  # the city stays, the event of that name is gone
    assert all("event/" not in node for node in opened.ask("graphkit.scene().nodes"))
    opened.click("[data-group=person] .only")
    assert all("person/" in node for node in opened.ask("graphkit.scene().nodes"))


def test_relation_filter_takes_links_away(opened):
    before = opened.ask("graphkit.scene().links")
    opened.click("[data-filter=relations] summary")
    opened.click("[data-relation='schema:attendee'] input")
    assert opened.ask("graphkit.scene().links") == before - 6


def test_country_filter_keeps_its_people_and_their_events(opened):
    opened.click("[data-land='country/GB'] input")
    shown = opened.shown()
    assert {"lindsay-hoyle", "commons", "london"} <= shown
    assert "dilshod-akhmedov" not in shown


def test_confidence_filter_hides_the_unsure(opened):
    for least, gone, kept in ((60, "dilshod-akhmedov", "clare-winton"), (85, "clare-winton", "KZ")):
        opened.fill("[data-filter=sure] input", str(least))
        opened.wait_for_timeout(200)
        assert f"{least}%" in opened.inner_text("[data-filter=sure] output")
        assert gone not in opened.shown()
        assert kept in opened.shown()


def test_period_filter_by_one_click_on_a_month(opened):
    opened.click("[data-period='03.2026']")
    assert "1 Mar 2026 – 31 Mar 2026" in opened.inner_text("#period")
    shown = opened.shown()
    assert {"dilshod-akhmedov", "ermek-kosherbaev"} <= shown
    assert "clare-winton" not in shown


def test_period_plays_month_after_month(opened):
    opened.click("#time .play")
    first = opened.inner_text("#period")
    opened.wait_until(f"document.getElementById('period').textContent !== {first!r}")
    assert first.startswith("1 Feb 2026")
    assert opened.inner_text("#period").startswith("1 Mar 2026")


def test_focus_shows_one_to_three_steps(opened):
    opened.find("Winton")
    opened.click(".actions .steps button >> nth=0")
    assert opened.shown() == {"clare-winton", "appg"}
    opened.click("#crumbs .steps button >> nth=1")
    two = opened.shown()
    assert {"parliament", "KZ", "central-asia"} <= two
    opened.click("#crumbs .steps button >> nth=2")
    assert two < opened.shown()


def test_neighbours_open_and_nodes_hide_on_demand(opened):
    opened.find("Winton")
    opened.click(".actions .steps button >> nth=0")
    opened.mouse.click(*opened.ask("graphkit.place('body/gb/appg')"))
    opened.click("text=Expand neighbours")
    assert {"parliament", "KZ"} <= opened.shown()
    opened.click("text=Collapse neighbours")
    assert opened.shown() == {"clare-winton", "appg"}
    opened.click(".actions >> text=Hide")
    assert "appg" not in opened.shown()
    opened.click("text=Bring back hidden")
    assert "appg" in opened.shown()


def test_shortest_path_between_two_chosen_nodes(opened):
    opened.find("Winton")
    opened.click("text=Path from here")
    opened.find("Ахмедов")
    steps = opened.locator("#panel .path > li > .node").all_inner_texts()
    assert steps[0] == "Clare Winton"
    assert steps[-1] == "Дильшод Ахмедов"
    assert "Lindsay Hoyle" in steps
    assert "Yermek Kosherbayev" in steps
    assert len(opened.ask("graphkit.scene().mark")) == len(steps)


def test_back_and_forward_go_through_what_was_seen(opened):
    opened.find("Hoyle")
    opened.find("Winton")
    opened.click("#bar [aria-label=Back]")
    opened.wait_until("document.querySelector('#panel h2').textContent === 'Lindsay Hoyle'")
    opened.click("#bar [aria-label=Forward]")
    opened.wait_until("document.querySelector('#panel h2').textContent === 'Clare Winton'")
    assert opened.troubles == []


def test_address_shares_the_view(opened, open_page, world):
    opened.click("[data-language=ru]")
    opened.click("[data-group=event] input >> nth=0")
    opened.find("Hoyle")
    fragment = opened.evaluate("location.hash").removeprefix("#")
    other = open_page(world, language="en", fragment=fragment)
    assert other.inner_text("#panel h2") == "Линдси Хойл"
    assert other.shown() == opened.shown()
    assert other.get_attribute("html", "lang") == "ru"


def test_focus_option_opens_the_page_around_a_node(open_page, world):
    page = open_page(world, language="kk", focus="Көшербаев", hops=1)
    assert page.inner_text("#panel h2") == "Ермек Көшербаев"
    assert page.shown() == {"ermek-kosherbaev", "mfa", "london", "tashkent"}


def test_list_view_gives_the_same_data(opened):
    opened.click("[data-view=list]")
    table = opened.inner_text("#list table")
    assert "Lindsay Hoyle" in table
    opened.click("#list [role=tab] >> nth=1")
    assert re.search(r"Yermek Kosherbayev\s+minister\s+Ministry", opened.inner_text("#list table"))
    opened.click("#list th button >> nth=4")
    assert opened.get_attribute("#list th >> nth=4", "aria-sort") == "descending"


def test_download_of_turtle_is_rdf_that_says_the_same(opened, world):
    store = ox.Store()
    store.load(opened.ask("graphkit.turtle()").encode(), format=ox.RdfFormat.TURTLE)
    for wanted in ("org:holds", "org:memberOf", "schema:attendee", "gk:concerns"):
        found = {
            str(triple)
            for triple in store.query(
                f"{PREFIXES} CONSTRUCT {{ ?s {wanted} ?o }} WHERE {{ ?s {wanted} ?o }}"
            )
        }
        all_of = world.query(f"CONSTRUCT {{ ?s {wanted} ?o }} WHERE {{ ?s {wanted} ?o }}")
        missing = {str(triple) for triple in all_of.triples} - found
        # A post without a body is not drawn, so it is not among what is shown.
        assert all("post/uz/adviser" in triple for triple in missing)
        assert found


PREFIXES = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX schema: <https://schema.org/>
PREFIX gk: <https://w3id.org/graphkit/ns#>"""


def test_download_of_csv_holds_the_sentences(opened):
    lines = opened.ask("graphkit.csv()").splitlines()
    assert lines[0].startswith("\ufeff")
    row = next(line for line in lines if line.startswith('"Clare Winton"'))
    assert '"member of"' in row
    assert "Clare Winton joins the All-Party Group" in row
    assert '"2026-05-04"' in row


@pytest.mark.parametrize("kind", ["png", "svg", "ttl", "csv"])
def test_downloads_are_files(opened, kind):
    opened.click("#bar .menu summary")
    with opened.expect_download() as waiting:
        opened.click(f"[data-download={kind}]")
    content = waiting.value.path().read_bytes()
    starts = {"png": b"\x89PNG", "svg": b"<svg", "ttl": b"@prefix", "csv": b"\xef\xbb\xbf"}
    assert content.startswith(starts[kind])
    assert waiting.value.suggested_filename == f"graph.{kind}"


def test_colouring_by_centrality_country_and_community(opened):
    for value in ("centrality", "country", "community", "class"):
        opened.select_option("#colour", value)
        assert opened.input_value("#colour") == value
    assert opened.troubles == []


def test_page_works_in_the_frame_of_a_notebook(chromium, world, tmp_path):
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><p>notebook</p>{frame(world, language='en')}", "utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    troubles = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(path.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#search").fill("Hoyle")
    inside.locator("#hits [role=option]").first.click()
    assert inside.locator("#panel h2").inner_text() == "Lindsay Hoyle"
    inside.locator("#panel .why").first.click()
    assert "Хойлмен" in inside.locator("#panel mark").first.inner_text()
    assert troubles == []
    context.close()
