import pytest

from graphkit.resolve.constraints import Constraints
from graphkit.resolve.names import parse_name
from graphkit.resolve.people import People, resolve_people
from graphkit.resolve.profiles import Post, Profile

KZ, UZ = "country/KZ", "country/UZ"
POST = Post("member_of_parliament", None, None)


def profile(release: str, name: str, *countries: str, post: Post | None = None) -> Profile:
    return Profile(
        ((release, "person1"),),
        (parse_name(name),),
        frozenset(countries),
        frozenset({post} if post else ()),
        company=frozenset({"brg", "lnt"}),
    )


def clusters(*profiles: Profile) -> list[list[str]]:
    people: People = resolve_people(profiles, Constraints())
    return [[profiles[i].nodes[0][0] for i in members] for members in people.clusters]


def test_one_said_to_be_of_two_countries_does_not_bridge_them() -> None:
    found = clusters(
        profile("r1", "Асан Алиев", KZ),
        profile("r2", "Асан Алиев", UZ),
        profile("r3", "Асан Алиев", KZ, UZ),
    )
    assert not any({"r1", "r2"} <= set(cluster) for cluster in found)


@pytest.mark.parametrize(
    "short",
    [
        pytest.param("А. Сейітов", id="kk"),
        pytest.param("Сеитов А.", id="ru"),
        pytest.param("A. Seitov", id="en"),
    ],
)
def test_an_abbreviated_name_joins_the_only_one_that_it_fits(short: str) -> None:
    asan, arman = profile("r1", "Асан Сейітов", KZ), profile("r2", "Арман Сейітов", KZ)
    assert clusters(asan, profile("r3", short, KZ)) == [["r1", "r3"]]
    assert len(clusters(asan, arman, profile("r3", short, KZ))) == 3


def test_a_given_name_by_ear_is_anothers_where_the_family_name_is_by_rule() -> None:
    told = [
        profile("r1", "Marat Seitov", KZ, post=POST),
        profile("r2", "Мурат Сеитов", KZ, post=POST),
    ]
    assert len(clusters(*told)) == 2
    told = [
        profile("r1", "James Wilson", KZ, post=POST),
        profile("r2", "Джеймс Уилсон", KZ, post=POST),
    ]
    assert len(clusters(*told)) == 1


def test_two_names_of_one_release_are_two_persons() -> None:
    told = [
        profile("r1", "James Wilson", KZ, post=POST),
        profile("r1", "Джеймс Уилсон", KZ, post=POST),
    ]
    assert len(clusters(*told)) == 2
