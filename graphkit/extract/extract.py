"""Doc -> Extraction."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from graphkit.extract.bodies import refer_bodies
from graphkit.extract.careers import claim_careers, find_status
from graphkit.extract.draft import Draft
from graphkit.extract.events import claim_events
from graphkit.extract.holding import (
    claim_credentials,
    claim_embassies,
    claim_post,
    fill_bare,
)
from graphkit.extract.implied import MINISTRY
from graphkit.extract.leaders import claim_leader
from graphkit.extract.lexicon import Hit, Lexicon
from graphkit.extract.local import stretch_regions
from graphkit.extract.members import claim_leaders, claim_members
from graphkit.extract.naming import name_bodies, stretch_portfolios, take_aliases
from graphkit.extract.nodes import Node, find_nodes
from graphkit.extract.persons import Particles, find_persons, likely_persons
from graphkit.extract.places import refer_dateline, refer_places, refer_unknown_cities
from graphkit.extract.posts import Post, read_post, said_country
from graphkit.extract.quotes import claim_quotes
from graphkit.extract.reference import refer_persons
from graphkit.extract.scene import Scene
from graphkit.extract.senses import REPRESENTATIVE, Sort
from graphkit.extract.states import state_behind, state_of
from graphkit.extract.structure import claim_structure
from graphkit.extract.titles import match_titles, share_out
from graphkit.extract.transcripts import claim_transcript
from graphkit.extract.tree import attach, coordinate
from graphkit.knowledge import Knowledge, Scheme
from graphkit.languages.document import Document
from graphkit.languages.grammar import Grammar, lemmas_of
from graphkit.languages.narration import Narration
from graphkit.languages.syntax import Link, Syntax
from graphkit.model import Extraction, Kind, Relation, Release, Status


def extract(
    release: Release,
    doc: Doc,
    knowledge: Knowledge,
    *,
    grammar: Grammar,
    syntax: Syntax,
    narration: Narration,
) -> Extraction:
    """Return what a release says.

    The order is that of dependence: places and persons are found, bodies and titles are
    composed of them, then posts, structure, events and quotations are read off.
    """
    lexicon = _lexicon(knowledge, release.language, grammar)
    document = Document(doc)
    draft = Draft(release, document)
    hits = list(lexicon.find(document))
    scene = Scene(release, document, knowledge, grammar, syntax, narration, draft, lexicon, hits)
    roots = find_phrases(scene)
    scene.home, scene.home_is_sure = find_home(scene)  # settles doubtful names of places
    refer_places(scene)
    scene.home, scene.home_is_sure = find_home(scene)  # may be the country named most
    scene.seat = find_seat(scene)
    refer_dateline(scene)
    refer_unknown_cities(scene, _tokens(scene.nodes) | _tokens(scene.persons))
    refer_bodies(scene)
    refer_persons(scene)
    claim_structure(scene)
    given = claim_titles(scene, roots)
    claim_credentials(scene)
    claim_careers(scene, roots, given)
    claim_embassies(scene)
    claim_leaders(scene)
    claim_leader(scene, roots, given)
    claim_members(scene)
    claim_quotes(scene)
    claim_events(scene)
    claim_transcript(scene)  # spokespersons tell of events
    return scene.draft.finish()


def claim_titles(scene: Scene, roots: list[Node]) -> set[Node]:
    """Note the posts that titles beside names tell; return the titles that are spoken for.

    Bare titles («министр Имя») come last and are left out where they repeat a fuller one.
    """
    given: set[Node] = set()
    bare: list[tuple[Node, Node, Post]] = []
    found = []
    matched = match_titles(scene, roots)
    rows = _shared_titles(scene, matched)
    for person, titles in matched.items():
        given.update(titles)
        titles = sorted((rows.get((person, t), t) for t in titles), key=lambda t: t.start)
        country = next((c for t in titles if (c := said_country(scene, t)) is not None), None)
        country = country or state_behind(scene, person)
        found.append((person, titles, country))
    for person, titles, country in sorted(found, key=lambda f: f[2] is None):
        for title in titles:
            if country is None and _repeats_office(scene, scene.of.get(person, ""), title):
                continue
            post = read_post(scene, title, country)
            if post is None or person not in scene.of:
                continue
            if title.senses.ids <= {REPRESENTATIVE}:
                continue  # «СІМ өкілі» tells whom a name means, but no post
            status = find_status(scene, title, beside=True) or Status.ASSERTED
            post = replace(post, status=status)
            if post.country is None and post.body is None:
                state = state_of(scene, post, person, title, country)
                post = replace(post, country=state)
            if post.body is None and post.role is not None and not post.accredited:
                bare.append((person, title, post))
            else:
                claim_beside(scene, person, title, post)
    for person, title, post in bare:
        if _repeats(scene, scene.of[person], title):
            continue
        filled = fill_bare(scene, scene.of[person], title, post)
        if filled is not None:
            claim_beside(scene, person, title, filled)
    return given


def _shared_titles(scene: Scene, matched: dict[Node, list[Node]]) -> dict[tuple[Node, Node], Node]:
    """Return for each person of a row his own part of a plural title that several states own."""
    holders: dict[Node, list[Node]] = {}
    for person, titles in matched.items():
        for title in titles:
            holders.setdefault(title, []).append(person)
    return {
        (person, title): own
        for title, people in holders.items()
        if len(people) > 1
        for person, own in zip(people, share_out(scene, title, people), strict=True)
    }


def _repeats_office(scene: Scene, person: str, title: Node) -> bool:
    """ "Foreign Minister X" is of the state that "Foreign Minister of Y X" has told elsewhere."""
    offices = [s.concept.id for s in title.senses if s.concept.kind is Kind.MINISTRY]
    held = {
        scene.draft.referents[body].type
        for post in scene.draft.objects(person, Relation.HOLDS)
        for body in scene.draft.objects(post, Relation.POST_IN)
    }
    return not title.modifiers and any(
        scene.knowledge.is_a(known, office) or scene.knowledge.is_a(office, known or "")
        for office in offices
        for known in held
        if office != MINISTRY
    )


def _repeats(scene: Scene, person: str, title: Node) -> bool:
    """ "Secretary X" repeats what "Secretary of State X" has told elsewhere."""
    words = {t.lower_ for t in scene.doc[title.start : title.end]}
    begin = scene.draft.characters(title.start, title.end)[0]
    return len(words) == 1 and any(
        relation is Relation.HOLDS
        and subject == person
        and not claim.begin <= begin < claim.end
        and words <= set(scene.release.text[claim.begin : claim.end].casefold().split())
        for (subject, relation, _), claim in scene.draft.claims.items()
    )


def claim_beside(scene: Scene, person: Node, title: Node, post: Post) -> None:
    """Note the post that a title beside a name tells."""
    start, end = min(title.begin, person.start), max(title.stop, person.end)
    claim_post(scene, scene.of[person], post, start, end)


DATELINE = 60


@lru_cache(maxsize=8)
def _lexicon(knowledge: Knowledge, language: str, grammar: Grammar) -> Lexicon:
    return Lexicon(knowledge, language, grammar)


def _tokens(nodes: list[Node]) -> set[int]:
    return {i for node in nodes for i in range(node.start, node.end)}


def find_phrases(scene: Scene) -> list[Node]:
    """Find the phrases of a release, stretch names of bodies, and link neighbours."""
    doc, syntax = scene.doc, scene.syntax
    nodes = find_nodes(doc, scene.hits, syntax)
    likely = likely_persons(doc)
    nodes = name_bodies(scene, nodes, likely)
    nodes = take_aliases(doc, nodes)
    stretch_portfolios(scene, nodes, likely)
    nodes = stretch_regions(scene, nodes, likely)
    closed = _tokens(nodes)
    roots = attach(doc, nodes, syntax, scene.knowledge)
    for title in roots:
        if title.sort is Sort.ROLE:
            title.tail = syntax.complement_end(doc, title.whole, closed.__contains__)
    after_title = {n.stop for n in roots if n.sort is Sort.ROLE}
    after_title = {i for i in after_title if i < len(doc) and not syntax.is_verb(doc[i])}
    particles = Particles(words(scene, "word/name_particle"), words(scene, "word/patronymic"))
    before_title = {n.begin for n in roots if n.sort is Sort.ROLE}
    honorifics = _word_tokens(scene, "word/honorific") - closed
    scene.persons = find_persons(
        doc,
        closed,
        particles,
        after_title.__contains__,
        before_title.__contains__,
        syntax.ends_name,
        honorifics,
    )
    roots = sorted([*roots, *scene.persons], key=lambda n: n.start)
    coordinate(doc, roots, syntax)
    scene.nodes = [*nodes, *(i for n in nodes for i in n.inner)]
    return roots


def _word_tokens(scene: Scene, concept: str) -> set[int]:
    return {
        i
        for hit in scene.hits_of(concept)
        for i in range(hit.start, hit.end)
        if scene.doc[hit.start].text[:1].isupper() or scene.syntax.small_honorifics
    }


def words(scene: Scene, concept: str) -> frozenset[str]:
    """Return the casefolded labels of a word concept in the release's language."""
    found = scene.knowledge.get(concept)
    labels = found.labels if found else ()
    return frozenset(x.text.casefold() for x in labels if x.language == scene.release.language)


DOMAINS = {"UK": "GB", "GOV": "US", "MIL": "US"}  # top-level domains that are no ISO code
AGENCY = re.compile(r"\([A-Z]{3,5}\)")  # "ABU DHABI, 12th April, 2026 (WAM) --"


def _agency_seat(scene: Scene) -> str | None:
    """Return the country from which a news agency, named in the dateline, reports."""
    release = scene.release
    begin = release.dateline_begin
    head = release.text[begin : max(release.dateline_end, begin + DATELINE)]
    if not release.dateline or not AGENCY.search(head):
        return None
    return _dateline_country(scene)


def _dateline_country(scene: Scene) -> str | None:
    """Return the country of the town that a dateline names."""
    release = scene.release
    if not release.dateline:
        return None
    town = release.dateline.split(",")[0].strip()
    for sense in scene.lexicon.lookup(lemmas_of(scene.grammar, town.title())):
        if sense.concept.scheme is Scheme.CITY and sense.concept.country:
            return sense.concept.country
    return None


def find_seat(scene: Scene) -> str | None:
    """Return the country of the dateline's town, where the release names that country.

    An agency reports from abroad.
    """
    country = _dateline_country(scene) if _agency_seat(scene) is None else None
    return country if country in scene.frequent_countries() else None


def _domain_code(address: str | None) -> str | None:
    """Return the ISO 3166 code that ends the host of an address or a bare host.

    >>> _domain_code("https://www.president.gov.ua/news/1"), _domain_code("www.gov.uk")
    ('UA', 'GB')
    """
    host = (address or "").casefold().partition("//")[2] or (address or "").casefold()
    last = host.partition("/")[0].partition(":")[0].strip().rpartition(".")[2].upper()
    return DOMAINS.get(last, last) if "." in host else None


def find_home(scene: Scene) -> tuple[str | None, bool]:
    """Return the publisher's country, and whether it is sure.

    It is that of the publisher's site, else the language's (sure, since other countries
    seldom publish in it), else where a news agency reports from, else the most named one.
    """
    codes = {_domain_code(scene.release.url), _domain_code(scene.release.publisher)}
    for code in sorted(code for code in codes if code):
        if (country := scene.knowledge.get(f"country/{code}")) is not None:
            return country.id, True
    if scene.syntax.home is not None:
        return scene.syntax.home, True
    if (seat := _agency_seat(scene)) is not None:
        return seat, False  # it may report from abroad
    frequent = scene.frequent_countries()
    if (seat := find_seat(scene)) is not None:
        return seat, False
    return (frequent[0], False) if frequent else (None, False)


__all__ = ["Hit", "Link", "extract"]
