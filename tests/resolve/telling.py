"""A builder of extractions for the tests of the resolve stage."""

from __future__ import annotations

from dataclasses import replace

from graphkit.model import (
    Claim,
    Extraction,
    Kind,
    Mention,
    Name,
    Referent,
    Relation,
    Release,
    Source,
    Status,
)


class Telling:
    """What one release says, put together line by line."""

    def __init__(self, release: str, language: str, *, date: str | None = None) -> None:
        self.language = language
        self.release = Release(
            release, "x" * 500, "", (), Source(f"{release}.txt"), language, date=date
        )
        self.referents: list[Referent] = []
        self.claims: list[Claim] = []

    def add(self, kind: Kind, *names: str, **fields: object) -> str:
        """Add a referent and return its id."""
        made = f"{kind.lower()}{len(self.referents)}"
        told = tuple(Name(text, self.language) for text in names)
        self.referents.append(replace(Referent(made, kind, told), **fields))  # type: ignore[arg-type]
        return made

    def country(self, iso: str) -> str:
        return self.add(Kind.COUNTRY, link=f"country/{iso}")

    def claim(
        self, subject: str, relation: Relation, value: str, status: Status = Status.ASSERTED
    ) -> None:
        begin = 10 * len(self.claims)
        self.claims.append(Claim(subject, relation, value, begin, begin + 9, 0.9, "test", status))

    def body(self, kind: Kind, *names: str, **fields: str | None) -> str:
        """Add a body; ``country``, ``parent`` and ``concerns`` are ids of referents."""
        relations = {
            "country": Relation.OF_COUNTRY,
            "parent": Relation.PART_OF,
            "concerns": Relation.CONCERNS,
        }
        own = {key: value for key, value in fields.items() if key not in relations}
        made = self.add(kind, *names, **own)
        for key, relation in relations.items():
            if value := fields.get(key):
                self.claim(made, relation, value)
        return made

    def official(
        self,
        name: str,
        role: str,
        *,
        body: str | None = None,
        country: str | None = None,
        accredited: str | None = None,
    ) -> str:
        """Add a person with a post and return the person's id."""
        person = self.add(Kind.PERSON, name)
        post = self.add(Kind.POST, role=f"role/{role}")
        self.claim(person, Relation.HOLDS, post)
        for relation, value in (
            (Relation.POST_IN, body),
            (Relation.OF_COUNTRY, country),
            (Relation.ACCREDITED_TO, accredited),
        ):
            if value:
                self.claim(post, relation, value)
        return person

    def event(
        self, kind: Kind, *people: str, place: str | None = None, date: str | None = None
    ) -> str:
        made = self.add(kind, date=date)
        for person in people:
            self.claim(made, Relation.ATTENDEE, person)
        if place:
            self.claim(made, Relation.LOCATION, place)
        return made

    def finish(self) -> Extraction:
        mentions = tuple(
            Mention(7 * i, 7 * i + 5, r.id, r.names[0].text)
            for i, r in enumerate(self.referents)
            if r.names
        )
        return Extraction(self.release, tuple(self.referents), mentions, tuple(self.claims))
