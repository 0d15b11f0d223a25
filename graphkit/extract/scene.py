"""What the extractors of one release share: its phrases, its countries, what has been named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.extract.draft import Draft
from graphkit.extract.lexicon import Hit, Lexicon
from graphkit.extract.nodes import Node
from graphkit.extract.senses import Sort
from graphkit.knowledge import Concept, Knowledge, Scheme
from graphkit.languages.document import Document, Sentence
from graphkit.languages.grammar import Grammar
from graphkit.languages.narration import Narration
from graphkit.languages.syntax import Syntax
from graphkit.model import GROUPS, Kind, Release

SIDE_REACH = 8


@dataclass(slots=True, eq=False)
class Scene:
    """One release while it is read. ``of`` tells which referent a phrase speaks of."""

    release: Release
    doc: Document
    knowledge: Knowledge
    grammar: Grammar
    syntax: Syntax
    narration: Narration
    draft: Draft
    lexicon: Lexicon
    hits: list[Hit]
    nodes: list[Node] = field(default_factory=list)
    persons: list[Node] = field(default_factory=list)
    of: dict[Node, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)  # referent of a body -> country concept
    seats: dict[str, str] = field(default_factory=dict)  # referent of a mission -> host country
    home: str | None = None
    home_is_sure: bool = False
    seat: str | None = None  # the country of the dateline's town, where the release names it
    _starts: list[int] = field(init=False)
    _words: dict[str, list[Hit]] = field(init=False)
    _phrases: dict[int, list[Node]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        # Each sentence asks for its hits: a search keeps that from growing with the release.
        self._starts = [hit.start for hit in self.hits]
        self._words = defaultdict(list)
        for hit in self.hits:
            for concept in hit.senses.words:
                self._words[concept].append(hit)

    def hits_in(self, start: int, end: int) -> list[Hit]:
        """Return the hits that lie between two tokens, in their order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [hit for hit in self.hits[first:last] if hit.end <= end]

    def hits_of(self, concept: str) -> Sequence[Hit]:
        """Return the hits that may mean a concept of words or events, in their order."""
        return self._words.get(concept, ())

    def phrases_of(self, sentence: Sentence) -> Sequence[Node]:
        """Return the persons and then the other phrases that touch a sentence.

        To be asked when all phrases are found: they are sorted into sentences once.
        """
        if not self._phrases:
            for node in (*self.persons, *self.nodes):
                for start in {self.doc[i].sent.start for i in (node.start, node.end - 1)}:
                    self._phrases.setdefault(start, []).append(node)
        return self._phrases.get(sentence.start, ())

    def country_of(self, node: Node) -> str | None:
        """Return the country concept that a place phrase is, or lies in."""
        return self.country_in(self.place(node))

    def country_in(self, place: Concept | None) -> str | None:
        """Return the country that a place concept is, or lies in."""
        if place is None or place.scheme is Scheme.REGION:
            return None
        return place.id if place.scheme is Scheme.COUNTRY else place.country

    def place(self, node: Node) -> Concept | None:
        """Return the concept of a place phrase."""
        referent = self.of.get(node)
        link = self.draft.referents[referent].link if referent else None
        return self.knowledge.get(link)

    def refer_to_concept(self, concept: Concept, kind: Kind, *, implied: bool = True) -> str:
        """Return the referent of a known thing, made (as implied) if the text has not named it."""
        is_new = concept.id not in self.draft.keys
        referent = self.draft.refer(kind, concept.id)
        if is_new:
            self.draft.update(referent, link=concept.id, implied=implied, type=concept.type)
            names = concept.names(self.release.language)
            kinds = {
                n
                for c in self.knowledge.ancestors(concept.type or "")
                for n in c.names(self.release.language)
            }
            if implied or concept.scheme is not Scheme.BODY:
                self.draft.add_names(referent, *([n for n in names if n not in kinds] or names))
            if concept.country:
                self.countries[referent] = concept.country
        elif not implied:
            self.draft.update(referent, implied=False)
        return referent

    def refer_to_country(self, country: str) -> str:
        """Return the referent of a country concept."""
        return self.refer_to_concept(self.knowledge[country], Kind.COUNTRY)

    def is_named(self, concept: str) -> bool:
        """Say whether the release itself names a thing."""
        referent = self.draft.keys.get(concept)
        return referent is not None and not self.draft.referents[referent].implied

    def side(self, token: int) -> str | None:
        """Return the country on whose side a sentence says that people stood, for its later tokens.

        «С кыргызской стороны …», "The Korean side …:", «от Казахстана – …», «в состав
        турецкой делегации вошли …».
        """
        sentence = self.doc[token].sent
        for node in self.nodes:
            if node.sort is not Sort.PLACE or node.end > token:
                continue
            if node.parent is not None and not _is_group(node.parent):
                continue
            is_near = 0 <= node.start - sentence.start <= SIDE_REACH
            if is_near and self.syntax.marks_side(self.doc, node.start, node.end):
                return self.country_of(node)
        return None

    def frequent_countries(self) -> list[str]:
        """Return the countries that the release names, the most frequent first.

        A town counts for its state. Where two are level, that of the places named (where it
        happens) goes before.
        """
        counts: Counter[str] = Counter()
        scenes: Counter[str] = Counter()
        for node in self.nodes:
            place = self.place(node)
            if place is not None and place.scheme is Scheme.COUNTRY:
                counts[place.id] += 1
            elif place is not None and place.country is not None:
                scenes[place.country] += 1
                if place.country in counts or node.parent is None:
                    counts[place.country] += 1  # a town speaks for its state
            elif node.sort is Sort.BODY:
                # A country's own body that is named without it tells where the release is at home.
                own = {c.country for c in node.senses.bodies}
                if len(own) == 1 and not node.modifiers and (country := own.pop()) is not None:
                    counts[country] += 1
        return sorted(counts, key=lambda c: (-counts[c], -scenes[c], c))

    def kind(self, referent: str) -> Kind:
        """Return the kind of a referent."""
        return self.draft.referents[referent].kind

    def type_of(self, referent: str) -> Concept | None:
        """Return the concept that says what sort of body a referent is."""
        found = self.draft.referents[referent]
        return self.knowledge.get(found.type) or self.knowledge.get(found.link)

    def head_role(self, referent: str) -> str:
        """Return the role of who heads a body."""
        concept = self.type_of(referent)
        role = concept.head_role if concept else None
        # A "head" or "director" of an organisation is not yet its secretary general.
        return role if role and role != "role/secretary_general" else "role/head_of_body"

    def deputy_role(self, referent: str) -> str:
        """Return the role of who deputises for the head of a body."""
        concept = self.type_of(referent)
        return (concept.deputy_role if concept else None) or "role/deputy_head_of_body"


def _is_group(node: Node) -> bool:
    return not node.senses.kinds.isdisjoint(GROUPS)


def is_plural_title(scene: Scene, title: Node) -> bool:
    """Say whether a title is of several: "Foreign Ministers", with capitals too."""
    head = scene.doc[title.head]
    return scene.syntax.is_plural(head) or head.lower_ == f"{head.lemma_}s"
