from graphkit.resolve.compare import LIKELY, SAME, compare_profiles
from graphkit.resolve.names import parse_name
from graphkit.resolve.profiles import Post, Profile

KZ = frozenset({"country/KZ"})


def profile(name: str, post: Post | None = None, **fields: frozenset[str]) -> Profile:
    return Profile(
        ((name, "person1"),), (parse_name(name),), posts=frozenset({post} if post else ()), **fields
    )


def test_a_full_name_alone_joins() -> None:
    found = compare_profiles(profile("Асан Сейітов"), profile("Assan Seitov"))
    assert (found.score >= SAME, found.reason) == (True, "same full name")


def test_an_initial_needs_a_post() -> None:
    full, short = profile("Асан Сейітов", countries=KZ), profile("А. Сейітов", countries=KZ)
    assert LIKELY <= compare_profiles(full, short).score < SAME
    post = Post("minister", "body/kz/ministry", "country/KZ")
    both = (profile(name, post, countries=KZ) for name in ("Асан Сейітов", "А. Сейітов"))
    found = compare_profiles(*both)
    assert found.score >= SAME
    assert "both minister in body/kz/ministry" in found.reason


def test_a_seat_among_many_tells_less_than_a_post_of_one() -> None:
    seat, chair = (Post(role, "body/x", None) for role in ("member_of_parliament", "speaker"))
    scores = [
        compare_profiles(profile("Уильям Стоун", post), profile("William Stone", post)).score
        for post in (seat, chair)
    ]
    assert scores[0] < scores[1]


def test_two_countries_are_against() -> None:
    other = profile("Асан Сейітов", countries=frozenset({"country/UZ"}))
    found = compare_profiles(profile("Асан Сейітов", countries=KZ), other)
    assert found.against
    assert found.score < LIKELY
