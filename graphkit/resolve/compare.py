"""Two profiles -> a score and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.resolve.names import Grade, compare_names
from graphkit.resolve.profiles import Post, Profile
from graphkit.resolve.roles import LOOSE, SINGLE

# Points out of 100. The name alone joins only where it is the same to the sound; what is
# written otherwise needs the evidence beside it. From SAME on two are joined, from LIKELY
# on a person is asked.
SAME, LIKELY = 85, 70
# An abbreviated name joins from UNIQUE on where no other in the corpus fits it; what has
# RIVAL points is counted among those that might.
UNIQUE, RIVAL = 78, 60
# What the rules of a language make of a name joins from HEARD on where nothing else fits.
HEARD = 84
NAME_POINTS = {
    Grade.EXACT: 90,
    Grade.HEARD: HEARD,
    Grade.CLOSE: 80,
    Grade.TYPO: 68,
    Grade.INITIALS: 66,
    Grade.LOOSE: 62,
    Grade.FAMILY: 55,
    Grade.FAR: 52,
}
NAME_WORDS = {
    Grade.EXACT: "same full name",
    Grade.HEARD: "same name as another language writes it",
    Grade.CLOSE: "same name in another spelling",
    Grade.TYPO: "names one letter apart",
    Grade.INITIALS: "same family name and initial",
    Grade.LOOSE: "names alike between scripts",
    Grade.FAMILY: "same family name",
    Grade.FAR: "names alike to the ear",
}
SAME_POST, LIKE_POST, SAME_BODY, SAME_COUNTRY, SAME_DAY, SAME_FATHER = 25, 12, 8, 5, 3, 8
LIKE_ROLE, SAME_RELEASE = 6, 20
COMPANY = (0, 6, 12, 18)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure it is that two are one, in points of 100, and why.

    ``against`` says that they cannot be one however alike the names are.
    """

    score: int
    reason: str
    against: bool = False


def compare_profiles(left: Profile, right: Profile) -> Comparison:
    """Weigh the names and all that stands beside them."""
    if left.pinned and right.pinned and left.pinned != right.pinned:
        return Comparison(0, "two persons of the knowledge", against=True)
    if left.countries and right.countries and not left.countries & right.countries:
        one, other = (", ".join(sorted(p.countries)) for p in (left, right))
        return Comparison(0, f"of {one} / of {other}", against=True)
    grade = compare_all_names(left, right)
    if grade is Grade.OTHER:
        return Comparison(0, "different names")
    points, reasons = _evidence(left, right)
    if grade is Grade.INITIALS and {r for r, _ in left.nodes} & {r for r, _ in right.nodes}:
        points, reasons = [*points, SAME_RELEASE], [*reasons, "both in one release"]
    score = min(100, NAME_POINTS[grade] + sum(points))
    return Comparison(score, "; ".join([NAME_WORDS[grade], *reasons]))


def compare_all_names(left: Profile, right: Profile) -> Grade:
    """Return the best grade among the names of two profiles."""
    return max((compare_names(a, b) for a in left.names for b in right.names), default=Grade.OTHER)


def _evidence(left: Profile, right: Profile) -> tuple[list[int], list[str]]:
    """Return points and their reasons, from what is beside the names."""
    found: list[tuple[int, str]] = []
    post = max((_compare_posts(a, b) for a in left.posts for b in right.posts), default=(0, ""))
    if post[0]:
        found.append(post)
    if not post[0] and (shared := left.bodies & right.bodies):
        found.append((SAME_BODY, f"both of {min(shared)}"))
    if countries := left.countries & right.countries:
        found.append((SAME_COUNTRY, f"both of {min(countries)}"))
    if company := left.company & right.company:
        found.append(
            (COMPANY[min(len(company), len(COMPANY) - 1)], f"{len(company)} names beside both")
        )
    if left.days & right.days:
        found.append((SAME_DAY, f"both on {min(left.days & right.days)}"))
    if {n.patronymic for n in left.names} & {n.patronymic for n in right.names} - {None}:
        found.append((SAME_FATHER, "same patronymic"))
    return [points for points, _ in found], [reason for _, reason in found]


def _compare_posts(left: Post, right: Post) -> tuple[int, str]:
    """A post that one person holds at a time tells most, a seat among many less."""
    if left.role != right.role or not left.role:
        return 0, ""
    single = left.role in SINGLE
    if left.accredited and right.accredited:
        if left.accredited != right.accredited:
            return 0, ""
        if left.country == right.country:
            return (SAME_POST if single else LIKE_POST), f"both {left.role} to {left.accredited}"
    if left.body and left.body == right.body:
        return (SAME_POST if single else LIKE_POST), f"both {left.role} in {left.body}"
    if left.akin and left.akin == right.akin:
        return LIKE_POST, f"both {left.role} of what {left.akin} share"
    if left.country and left.country == right.country and not (left.body and right.body):
        points = SAME_POST if left.role.startswith("head_of_") and single else LIKE_POST
        return (LIKE_POST if left.role == "head_of_body" else points), (
            f"both {left.role} of {left.country}"
        )
    if left.role in LOOSE or (left.body and right.body):
        return 0, ""
    return LIKE_ROLE, f"both {left.role}"
