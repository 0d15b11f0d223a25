"""What a small text says, in words that a test can compare."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graphkit.extract import extract
from graphkit.knowledge import load_knowledge
from graphkit.languages import grammar, narration, parse, syntax
from graphkit.model import Claim, Extraction, Kind, Referent, Relation, Status
from graphkit.sources import make_release


def read(text: str, language: str, *, publisher: str | None = None) -> Reading:
    """Read a text as the pipeline does; ``publisher`` tells its country."""
    release = make_release(text, language=language, publisher=publisher)
    return Reading(
        extract(
            release,
            parse(release),
            load_knowledge(),
            grammar=grammar(language),
            syntax=syntax(language),
            narration=narration(language),
        )
    )


@dataclass(frozen=True)
class Reading:
    """An extraction, asked in words: posts as «minister in BODY of KZ», groups by their kind."""

    extraction: Extraction

    @cached_property
    def by_id(self) -> dict[str, Referent]:
        """The referents by their ids."""
        return {referent.id: referent for referent in self.extraction.referents}

    def name(self, referent: str) -> str:
        """Return a short name: a known thing's id, a ministry's type, else the fullest name."""
        found = self.by_id[referent]
        if found.link is not None:
            return found.link.removeprefix("country/").removeprefix("body/")
        if found.kind in (Kind.MINISTRY, Kind.EMBASSY) and found.type is not None:
            return found.type.removeprefix("type/")
        return found.names[0].text if found.names else found.id

    def find(self, name: str) -> Referent:
        """Return the referent that has a name, or is the concept of that id."""
        found = [
            referent
            for referent in self.extraction.referents
            if name in {n.text for n in referent.names} or self.name(referent.id) == name
        ]
        assert len(found) == 1, f"{name!r} is {[r.id for r in found]} of {self.all_names()}"
        return found[0]

    def all_names(self) -> dict[str, tuple[str, ...]]:
        """Return the names of every referent, to be shown when a test fails."""
        return {r.id: tuple(n.text for n in r.names) for r in self.extraction.referents}

    def claims(self, relation: Relation, subject: str | None = None) -> list[Claim]:
        """Return the claims of a relation, of one referent's id if it is given."""
        return [
            claim
            for claim in self.extraction.claims
            if claim.relation is relation and subject in (None, claim.subject)
        ]

    def objects(self, relation: Relation, subject: str) -> set[str]:
        """Return the short names of all to which a referent, by its id, stands in a relation."""
        return {self.name(claim.object) for claim in self.claims(relation, subject)}

    def of_kind(self, kind: Kind, *, implied: bool = False) -> set[str]:
        """Return the short names of what is named of a kind; with ``implied`` also of the rest."""
        return {
            self.name(r.id)
            for r in self.extraction.referents
            if r.kind is kind and (implied or not r.implied)
        }

    @property
    def persons(self) -> set[str]:
        """The fullest name of each person."""
        return self.of_kind(Kind.PERSON)

    def posts(self, person: str) -> set[str]:
        """Return the posts of a person: «former ambassador in embassy of US to KZ»."""
        held = self.claims(Relation.HOLDS, self.find(person).id)
        return {self._post(claim.object, claim.status) for claim in held}

    def _post(self, post: str, status: Status) -> str:
        words = [] if status is Status.ASSERTED else [str(status)]
        words.append((self.by_id[post].role or "?").removeprefix("role/"))
        for word, relation in (
            ("in", Relation.POST_IN),
            ("of", Relation.OF_COUNTRY),
            ("to", Relation.ACCREDITED_TO),
        ):
            if objects := self.objects(relation, post):
                words += [word, "+".join(sorted(objects))]
        return " ".join(words)

    def memberships(self, person: str) -> set[str]:
        """Return the bodies of which a person is a member."""
        return self.objects(Relation.MEMBER_OF, self.find(person).id)

    def parts(self, body: str) -> set[str]:
        """Return the bodies of which a body is a part."""
        return self.objects(Relation.PART_OF, self.find(body).id)

    def concerns(self, body: str) -> set[str]:
        """Return whom a group or embassy concerns."""
        return self.objects(Relation.CONCERNS, self.find(body).id)

    def countries(self, body: str) -> set[str]:
        """Return the countries to which a body belongs."""
        return self.objects(Relation.OF_COUNTRY, self.find(body).id)

    def only(self, kind: Kind) -> str:
        """Return the short name of the one thing of a kind."""
        found = self.of_kind(kind)
        assert len(found) == 1, f"{kind}: {found} of {self.all_names()}"
        return found.pop()

    @property
    def quotes(self) -> set[tuple[str, str]]:
        """The quotations with their speakers."""
        return {
            (self.name(claim.object), self.by_id[claim.subject].text or "")
            for claim in self.claims(Relation.CREATOR)
        }

    def words(self, claim: Claim) -> str:
        """Return the passage that states a claim."""
        return self.extraction.release.text[claim.begin : claim.end]

    def describe(self) -> str:
        """Return all that was read, one line for each thing, to be shown when a test fails."""
        lines = [f"{r.kind} {self.name(r.id)}" for r in self.extraction.referents]
        lines += [
            f"{self.name(c.subject)} {c.relation} {self.name(c.object)} {c.status} {c.confidence}"
            for c in self.extraction.claims
        ]
        return "\n".join(lines)
