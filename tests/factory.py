"""Builders shared by the tests: hand-made values of the stages, and large made-up ones."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable

from graphkit.model import (
    Entity,
    Fact,
    Kind,
    Name,
    Passage,
    Relation,
    Release,
    Resolution,
    Source,
    Status,
    Support,
)

TEXTS = {
    "kk": (
        "Ермек Көшербаев Линдси Хойлмен кездесті\n"
        "Лондонда Қазақстан Республикасының Сыртқы істер министрі Ермек Көшербаев "
        "Ұлыбритания Қауымдар палатасының Спикері Линдси Хойлмен кездесті. "
        "«Парламенттік диалог ерекше орын алады», - деді министр."
    ),
    "ru": (
        "Ермек Кошербаев встретился с Линдси Хойлом\n"
        "Министр иностранных дел Казахстана Ермек Кошербаев встретился в Лондоне "
        "со Спикером Палаты общин Линдси Хойлом. "
        "В Парламенте Казахстана действует группа дружбы с Великобританией."
    ),
    "en": (
        "Yermek Kosherbayev met Lindsay Hoyle\n"
        "Foreign Minister of Kazakhstan Yermek Kosherbayev met the Speaker of the House of "
        "Commons, Lindsay Hoyle, in London. The All-Party Parliamentary Group on Central Asia "
        "will meet in May."
    ),
}
DATES = {"kk": "2026-02-28", "ru": "2026-03-01", "en": "2026-03-01"}
EXTRACTOR = "graphkit.test/1"


def make_release(language: str, text: str, *, stem: str | None = None) -> Release:
    """Return a release of a text whose first line is its title."""
    title = text.split("\n", 1)[0]
    return Release(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        text=text,
        reading=text,
        offsets=tuple(range(len(text) + 1)),
        source=Source(f"texts/{stem or f'story-{language}'}.txt"),
        language=language,
        title=title,
        title_end=len(title),
        date=DATES.get(language, "2026-03-02"),
        publisher="gov.kz" if language != "en" else None,
    )


def make_passage(release: Release, part: str) -> Passage:
    """Return the place of the first occurrence of ``part`` in a release's text."""
    begin = release.text.index(part)
    return Passage(release.id, begin, begin + len(part))


def make_support(
    release: Release, part: str, *, confidence: float = 0.9, status: Status = Status.ASSERTED
) -> Support:
    """Return the support that the words ``part`` of a release lend to a fact."""
    return Support(make_passage(release, part), confidence, EXTRACTOR, status)


def names(**by_language: str) -> tuple[Name, ...]:
    """Return names from keywords ``kk``, ``ru``, ``en``; ``|`` parts several."""
    return tuple(
        Name(text, language) for language, texts in by_language.items() for text in texts.split("|")
    )


def make_story_releases() -> dict[str, Release]:
    """Return the seed's story as three short releases, by language."""
    return {language: make_release(language, text) for language, text in TEXTS.items()}


def make_story() -> Resolution:
    """Return the seed's story, resolved by hand over a Kazakh, a Russian and an English release."""
    releases = make_story_releases()
    return Resolution(
        releases=tuple(sorted(releases.values(), key=lambda release: release.id)),
        entities=tuple(sorted(_story_entities(releases), key=lambda entity: entity.id)),
        facts=tuple(_story_facts(releases)),
    )


def _story_entities(releases: dict[str, Release]) -> Iterable[Entity]:
    kk, ru, en = (releases[language].id for language in ("kk", "ru", "en"))
    every = tuple(sorted((kk, ru, en)))
    minister = names(kk="Ермек Көшербаев", ru="Ермек Кошербаев", en="Yermek Kosherbayev")
    hoyle = names(kk="Линдси Хойл", ru="Линдси Хойл", en="Lindsay Hoyle")
    yield Entity("person/ermek-kosherbaev", Kind.PERSON, minister, every, minister)
    yield Entity("person/lindsay-hoyle", Kind.PERSON, hoyle, every, hoyle)
    land = names(kk="Қазақстан", ru="Казахстан", en="Kazakhstan")
    full = names(kk="Қазақстан Республикасы", ru="Республика Казахстан")
    yield Entity("country/KZ", Kind.COUNTRY, (*land, *full), every, land, notation="KZ")
    uk = names(kk="Ұлыбритания", ru="Великобритания", en="United Kingdom")
    yield Entity("country/GB", Kind.COUNTRY, uk, every, uk, notation="GB")
    asia = names(kk="Орталық Азия", ru="Центральная Азия", en="Central Asia")
    yield Entity("region/central-asia", Kind.REGION, asia, (en,), asia)
    city = names(kk="Лондон", ru="Лондон", en="London")
    yield Entity("city/london", Kind.CITY, city, every, city)
    ministry = names(
        kk="Қазақстан Республикасының Сыртқы істер министрлігі|СІМ",
        ru="Министерство иностранных дел Казахстана|МИД",
        en="Ministry of Foreign Affairs of Kazakhstan",
    )
    first = tuple({name.language: name for name in reversed(ministry)}.values())
    yield Entity("body/kz/ministry-of-foreign-affairs", Kind.MINISTRY, ministry, every, first)
    yield from _story_bodies(en, ru, every)
    yield from _story_events(releases)
    yield Entity("post/kz/minister-of-foreign-affairs", Kind.POST, (), every, role="role/minister")
    yield Entity("post/gb/house-of-commons/speaker", Kind.POST, (), every, role="role/speaker")


def _story_bodies(en: str, ru: str, every: tuple[str, ...]) -> Iterable[Entity]:
    parliament = names(
        kk="Ұлыбритания Парламенті", ru="Парламент Великобритании", en="Parliament of the UK"
    )
    yield Entity("body/gb/parliament", Kind.PARLIAMENT, parliament, every, parliament)
    commons = names(kk="Қауымдар палатасы", ru="Палата общин", en="House of Commons")
    yield Entity("body/gb/house-of-commons", Kind.CHAMBER, commons, every, commons)
    home = names(kk="Қазақстан Парламенті", ru="Парламент Казахстана")
    yield Entity("body/kz/parliament", Kind.PARLIAMENT, home, (ru,), home)
    friends = names(ru="Группа дружбы с Великобританией")
    yield Entity("body/kz/friendship-group-gb", Kind.FRIENDSHIP_GROUP, friends, (ru,), friends)
    appg = names(en="All-Party Parliamentary Group on Central Asia|APPG")
    yield Entity("body/gb/appg-central-asia", Kind.ALL_PARTY_GROUP, appg, (en,), appg[:1])


def _story_events(releases: dict[str, Release]) -> Iterable[Entity]:
    every = tuple(sorted(release.id for release in releases.values()))
    yield Entity(
        "event/meeting-2026-02-28-kosherbaev-hoyle", Kind.MEETING, (), every, date="2026-02-28"
    )
    planned = Entity(
        "event/meeting-2026-05-appg", Kind.MEETING, (), (releases["en"].id,), date="2026-05"
    )
    yield Entity(
        planned.id, planned.kind, (), planned.releases, date=planned.date, status=Status.PLANNED
    )
    yield Entity(
        "quotation/3f2a",
        Kind.QUOTATION,
        (),
        (releases["kk"].id,),
        text="Парламенттік диалог ерекше орын алады",
        language="kk",
        topics=("topic/education",),
    )


def _story_facts(releases: dict[str, Release]) -> Iterable[Fact]:
    kk, ru, en = (releases[language] for language in ("kk", "ru", "en"))
    met = (
        make_support(kk, kk.text.split("\n")[1].split(". ")[0]),
        make_support(ru, ru.text.split("\n")[1].split(". ")[0], confidence=0.8),
        make_support(en, en.text.split("\n")[1].split(". ")[0]),
    )
    kz, gb = "country/KZ", "country/GB"
    minister, speaker = "person/ermek-kosherbaev", "person/lindsay-hoyle"
    ministry, commons = "body/kz/ministry-of-foreign-affairs", "body/gb/house-of-commons"
    event, appg = "event/meeting-2026-02-28-kosherbaev-hoyle", "body/gb/appg-central-asia"
    post, chair = "post/kz/minister-of-foreign-affairs", "post/gb/house-of-commons/speaker"
    friends = "body/kz/friendship-group-gb"
    group = (make_support(ru, ru.text.split(". ")[1]),)
    plan = (make_support(en, en.text.split(". ")[1], status=Status.PLANNED),)
    yield Fact(minister, Relation.HOLDS, post, met)
    yield Fact(post, Relation.POST_IN, ministry)
    yield Fact(post, Relation.OF_COUNTRY, kz)
    yield Fact(ministry, Relation.OF_COUNTRY, kz, met[:2])
    yield Fact(speaker, Relation.HOLDS, chair, met)
    yield Fact(chair, Relation.POST_IN, commons)
    yield Fact(chair, Relation.OF_COUNTRY, gb)
    yield Fact(commons, Relation.PART_OF, "body/gb/parliament")
    yield Fact("body/gb/parliament", Relation.OF_COUNTRY, gb)
    yield Fact("body/kz/parliament", Relation.OF_COUNTRY, kz)
    yield Fact(friends, Relation.PART_OF, "body/kz/parliament", group)
    yield Fact(friends, Relation.CONCERNS, gb, group)
    yield Fact(appg, Relation.PART_OF, "body/gb/parliament", plan)
    yield Fact(appg, Relation.CONCERNS, "region/central-asia", plan)
    yield Fact(event, Relation.ATTENDEE, minister, met)
    yield Fact(event, Relation.ATTENDEE, speaker, met)
    yield Fact(event, Relation.LOCATION, "city/london", met)
    yield Fact("event/meeting-2026-05-appg", Relation.ATTENDEE, appg, plan)
    quote = (make_support(kk, "«Парламенттік диалог ерекше орын алады»"),)
    yield Fact("quotation/3f2a", Relation.CREATOR, minister, quote)


def make_synthetic(nodes: int, *, seed: int = 7) -> Resolution:
    """Return a made-up resolution of about ``nodes`` entities: the same for the same arguments.

    Of ten entities four are persons, two posts, two events, one a body and one a
    group or a country, roughly as in real releases; countries are few, so they become hubs.
    """
    chance = random.Random(seed)
    lands = [f"country/{chr(65 + i % 26)}{chr(65 + i // 26)}" for i in range(max(2, nodes // 200))]
    persons = [f"person/person-{i}" for i in range(max(2, nodes * 4 // 10))]
    bodies = [f"body/body-{i}" for i in range(max(1, nodes // 10))]
    groups = [f"body/group-{i}" for i in range(max(1, nodes // 10))]
    posts = [f"post/post-{i}" for i in range(max(1, nodes * 2 // 10))]
    events = [f"event/event-{i}" for i in range(max(1, nodes * 2 // 10))]
    releases = [_made_up_release(i) for i in range(max(1, nodes // 15))]
    facts: list[Fact] = []
    seen: dict[str, set[str]] = {}

    def state(subject: str, relation: Relation, target: str) -> None:
        release = chance.choice(releases)
        begin = chance.randrange(0, len(release.text) - 60)
        passage = Passage(release.id, begin, begin + 50)
        facts.append(Fact(subject, relation, target, (Support(passage, 0.9, EXTRACTOR),)))
        for entity in (subject, target):
            seen.setdefault(entity, set()).add(release.id)

    for body in bodies:
        state(body, Relation.OF_COUNTRY, chance.choice(lands))
    for group in groups:
        state(group, Relation.PART_OF, chance.choice(bodies))
        state(group, Relation.CONCERNS, chance.choice(lands))
    for post in posts:
        state(chance.choice(persons), Relation.HOLDS, post)
        state(post, Relation.POST_IN, chance.choice(bodies))
    for event in events:
        for person in chance.sample(persons, min(3, len(persons))):
            state(event, Relation.ATTENDEE, person)
    for person in persons:
        state(person, Relation.MEMBER_OF, chance.choice(groups))
    kinds = [(lands, Kind.COUNTRY), (persons, Kind.PERSON), (bodies, Kind.GOVERNMENT_BODY)]
    kinds += [(groups, Kind.FRIENDSHIP_GROUP), (posts, Kind.POST), (events, Kind.MEETING)]
    entities = [
        _made_up_entity(path, kind, tuple(sorted(seen.get(path, {releases[0].id}))))
        for paths, kind in kinds
        for path in paths
    ]
    return Resolution(tuple(releases), tuple(entities), tuple(dict.fromkeys(facts)))


def _made_up_release(number: int) -> Release:
    sentence = f"Release {number} tells of officials who met and of what they said. "
    return make_release("en", f"Release {number}\n" + sentence * 5, stem=f"made-up-{number}")


def _made_up_entity(path: str, kind: Kind, releases: tuple[str, ...]) -> Entity:
    number = path.rpartition("/")[2]
    label = names(kk=f"{kind} {number} ә", ru=f"{kind} {number} ё", en=f"{kind} {number}")
    if kind is Kind.POST:
        return Entity(path, kind, (), releases, role="role/minister")
    if kind in (Kind.MEETING,):
        return Entity(path, kind, (), releases, date="2026-03-01")
    notation = number if kind is Kind.COUNTRY else None
    return Entity(path, kind, label, releases, label, notation=notation)
