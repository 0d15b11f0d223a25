"""How identity of persons scales: synthetic people in up to five spellings each.

    python tests/benchmarks/bench_identity.py 10000 100000

prints for each number of people the pairs compared per person, the CPU seconds, the peak
memory of the process so far, how time grows beside n log n, and precision, recall and F1
over pairs of spellings.

Spellings of one sound are one profile before any pair is made; of what is left, 0.76 pairs a
person are truly one person, at any number of people. The rest is compared in vain. Surnames
come from a list of some 130,000, so that a hundred thousand people share them more often
than a thousand do.
"""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

from graphkit.knowledge import Knowledge
from graphkit.model import Claim, Extraction, Kind, Name, Referent, Relation, Release, Source
from graphkit.resolve.belonging import Belonging
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Corpus, Node, collect
from graphkit.resolve.people import resolve_people
from graphkit.resolve.places import resolve_places
from graphkit.resolve.profiles import make_profiles

GIVEN = (
    "Асқар Ерлан Жанар Әсел Қанат Бақыт Нұрлан Айгүл Серік Дәурен Мұхтар Ғабит Шыңғыс Әлия "
    "Тимур Данияр Юлия Сергей Наталья Дмитрий Марат Олжас Гүлнар Ләззат Рауан Айжан Әділ "
    "Қайрат Болат Талғат Жомарт Сәуле Динара Меруерт Ербол Тоқтар Индира Камила Зарина Арман"
).split()
STARTS = "Ба Бе Да До Жа Жұ Ка Ке Қа Қо Ма Мұ На Нұ Ора Са Сә Та Тө Ұзақ Ха Ша Шә Ы Ер Әбд".split()
MIDDLES = "бі ді йма кен лға лы мбе ңге рім рға ртай ста сым тай уле хан шы ғали қым ні".split()
ENDS = "баев беков ов иев ғалиев ханов мұратов жанов тегін баева бекова ова иева ханова".split()
COUNTRIES = ["KZ"] * 15 + "UZ KG TJ TM RU AZ TR KR JP CN DE FR GB HU IT".split()
LATIN = dict(
    zip("абвгдежзийклмнопрстуфхцчшыэюяәғқңөұүі", (
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh y e yu ya a g k n o u u i"
    ).split(), strict=True)
) | {"ь": ""}  # fmt: skip
RUSSIAN = str.maketrans("әғқңөұүіӘҒҚҢӨҰҮІ", "агкноууиАГКНОУУИ")
PER_RELEASE = 10


def romanize(text: str) -> str:
    """Spell a Kazakh name as a passport does."""
    return "".join(LATIN.get(c.lower(), c) for c in text).title()


def spell(given: str, family: str) -> list[tuple[str, str]]:
    """Return five spellings of a name with their languages."""
    latin = f"{romanize(given)} {romanize(family)}"
    press = latin.replace("Zh", "J").replace("zh", "j").replace("E", "Ye").replace("ev", "yev")
    russian = f"{given} {family}".translate(RUSSIAN)
    return [
        (f"{given} {family}", "kk"),
        (russian, "ru"),
        (latin, "en"),
        (press, "en"),
        (f"{given[0]}. {family}", "kk"),
    ]


def make_people(count: int, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """Yield given name, family name and country of people; a few share their full name."""
    seen = set()
    while len(seen) < count:
        family = rng.choice(STARTS) + rng.choice(MIDDLES) + rng.choice(MIDDLES) + rng.choice(ENDS)
        person = (rng.choice(GIVEN), family, rng.choice(COUNTRIES))
        if person not in seen:
            seen.add(person)
            yield person


def make_corpus(count: int, seed: int = 7) -> tuple[Corpus, dict[Node, int]]:
    """Return releases that name ``count`` people in two to five spellings, and who is who."""
    rng = random.Random(seed)
    told = [
        (number, name, language, country, f"body/{country.lower()}/{number % 997}")
        for number, (given, family, country) in enumerate(make_people(count, rng))
        for name, language in rng.sample(spell(given, family), rng.randint(2, 5))
    ]
    rng.shuffle(told)
    truth, extractions = {}, []
    for start in range(0, len(told), PER_RELEASE):
        release = f"{start:09x}"
        referents, claims = [], []
        for i, (number, name, language, country, body) in enumerate(told[start:][:PER_RELEASE]):
            referents += [
                Referent(f"p{i}", Kind.PERSON, (Name(name, language),)),
                Referent(f"c{i}", Kind.COUNTRY, link=f"country/{country}"),
                Referent(f"b{i}", Kind.ORGANIZATION, link=body),
                Referent(f"o{i}", Kind.POST, role="role/head_of_body"),
            ]
            for subject, relation, value in (
                ("p", Relation.HOLDS, "o"),
                ("o", Relation.OF_COUNTRY, "c"),
                ("o", Relation.POST_IN, "b"),
            ):
                claims.append(Claim(f"{subject}{i}", relation, f"{value}{i}", 0, 1, 1.0, "bench"))
            truth[release, f"p{i}"] = number
        made = Release(release, "", "", (), Source(release), "kk")
        extractions.append(Extraction(made, tuple(referents), (), tuple(claims)))
    return collect(extractions), truth


def measure(count: int) -> tuple[float, float]:
    """Resolve ``count`` people; print and return seconds and pairs compared per person."""
    corpus, truth = make_corpus(count)
    knowledge = Knowledge(())
    places = resolve_places(corpus, Constraints())
    bodies = {n: r.link for n, r in corpus.of_kind({Kind.ORGANIZATION}) if r.link}
    start = time.process_time()
    profiles = make_profiles(
        corpus, {**places, **bodies}, knowledge, Belonging(bodies, {}, {}), frozenset()
    )
    people = resolve_people(profiles, Constraints())
    seconds = time.process_time() - start
    clusters = [[n for i in members for n in profiles[i].nodes] for members in people.clusters]
    precision, recall = score(clusters, truth)
    f1 = 2 * precision * recall / (precision + recall)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>8} people, {len(truth):>8} names: {seconds:7.1f} s, "
        f"{people.compared / count:5.1f} pairs a person, "
        f"{peak:5.0f} MB, P {100 * precision:.2f} R {100 * recall:.2f} F1 {100 * f1:.2f}",
        flush=True,
    )
    return seconds, people.compared / count


def score(clusters: list[list[Node]], truth: dict[Node, int]) -> tuple[float, float]:
    """Return precision and recall over pairs of names."""

    def count_pairs(counter: Counter[int]) -> int:
        return sum(n * (n - 1) // 2 for n in counter.values())

    right = sum(count_pairs(Counter(truth[node] for node in cluster)) for cluster in clusters)
    joined = count_pairs(Counter({i: len(cluster) for i, cluster in enumerate(clusters)}))
    by_person: defaultdict[int, int] = defaultdict(int)
    for number in truth.values():
        by_person[number] += 1
    same = count_pairs(Counter(by_person))
    return right / joined, right / same


def main(counts: list[int]) -> None:
    """Measure each number of people and how time grew from the first to the last."""
    found = [(count, *measure(count)) for count in counts]
    (n, first, _), (m, last, _) = found[0], found[-1]
    if n != m:
        print(f"time x{last / first:.1f}; n log n x{m * math.log(m) / (n * math.log(n)):.1f}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [10_000, 100_000])
