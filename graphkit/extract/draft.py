"""One release's referents, mentions and claims while they are being found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from graphkit.languages.document import Document
from graphkit.model import (
    Case,
    Claim,
    Extraction,
    Kind,
    Mention,
    Name,
    Referent,
    Relation,
    Release,
    Status,
)


@dataclass(slots=True, eq=False)
class Draft:
    """What has been found so far. Referents are made once per ``key``."""

    release: Release
    doc: Document
    referents: dict[str, Referent] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    claims: dict[tuple[str, Relation, str], Claim] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def refer(self, kind: Kind, key: str) -> str:
        """Return the id of the referent with a key, made at the first call."""
        if key not in self.keys:
            self._counts[kind] += 1
            made = f"{kind.lower()}{self._counts[kind]}"
            self.keys[key] = made
            self.referents[made] = Referent(made, kind)
        return self.keys[key]

    def update(self, referent: str, **changes: object) -> None:
        """Change fields of a referent."""
        self.referents[referent] = replace(self.referents[referent], **changes)  # type: ignore[arg-type]

    def add_names(self, referent: str, *names: str) -> None:
        """Add nominative names in the release's language, keeping their order."""
        have = self.referents[referent].names
        new = [Name(" ".join(n.split()), self.release.language) for n in names if n.strip()]
        if not set(have).issuperset(new):
            self.update(referent, names=tuple(dict.fromkeys((*have, *new))))

    def add_mention(
        self, referent: str, start: int, end: int, name: str | None = None, case: Case | None = None
    ) -> None:
        """Note that tokens ``start`` to ``end`` speak of a referent."""
        begin, stop = self.characters(start, end)
        self.mentions.append(Mention(begin, stop, referent, name, case))

    def add_claim(
        self,
        subject: str,
        relation: Relation,
        obj: str,
        start: int,
        end: int,
        *,
        confidence: float,
        extractor: str,
        status: Status = Status.ASSERTED,
    ) -> None:
        """Note what tokens ``start`` to ``end`` say; of equal claims the surest stays."""
        key = (subject, relation, obj)
        old = self.claims.get(key)
        if subject == obj or (old is not None and old.confidence >= confidence):
            return
        begin, stop = self.characters(start, end)
        self.claims[key] = Claim(subject, relation, obj, begin, stop, confidence, extractor, status)

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """Turn tokens into code points of the release's text."""
        return self.release.span(*self.doc.characters(start, end))

    def objects(self, subject: str, relation: Relation) -> list[str]:
        """Return what is claimed of a referent by one relation."""
        return [o for (s, r, o) in self.claims if s == subject and r is relation]

    def states_of(self, post: str) -> list[str | None]:
        """Return the country concepts that a post is said to be of."""
        return [self.referents[c].link for c in self.objects(post, Relation.OF_COUNTRY)]

    def states_served(self, person: str) -> list[str | None]:
        """Return the country concepts that a person's posts are said to be of."""
        posts = self.objects(person, Relation.HOLDS)
        return [state for post in posts for state in self.states_of(post)]

    def finish(self) -> Extraction:
        """Return the frozen result, without the reading that only this stage needs."""
        release = replace(self.release, reading="", offsets=())
        return Extraction(
            release,
            tuple(self.referents.values()),
            tuple(sorted(self.mentions, key=lambda m: (m.begin, m.end, m.referent))),
            tuple(self.claims.values()),
        )
