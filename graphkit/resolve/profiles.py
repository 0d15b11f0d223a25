"""Persons of the corpus -> profiles: names and the evidence that stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graphkit.knowledge.concepts import Concept, Knowledge
from graphkit.model import Kind, Name, Referent, Relation
from graphkit.resolve.belonging import Belonging
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.fold import fold_word, skeleton
from graphkit.resolve.names import PersonName, parse_name
from graphkit.resolve.roles import base_role
from graphkit.resolve.transcription import is_certain

HONORIFICS = ("word/honorific", "word/title")
MUCH_COMPANY = 40  # a release that lists more people says little of any two of them


@dataclass(frozen=True, slots=True)
class Post:
    """A post as evidence: base role, and ids of what it is in, of and accredited to."""

    role: str
    body: str | None
    country: str | None
    accredited: str | None = None
    akin: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one person before comparing: one or more nodes of the same name.

    ``names`` are the full ones where there are any; ``company`` the family names of
    others in the same releases; ``pinned`` is a concept of the knowledge that it is.
    """

    nodes: tuple[Node, ...]
    names: tuple[PersonName, ...]
    countries: frozenset[str] = frozenset()
    posts: frozenset[Post] = frozenset()
    bodies: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    pinned: str | None = None

    @property
    def full(self) -> bool:
        """Given and family name are known."""
        return any(name.full for name in self.names)

    @property
    def order(self) -> str:
        """What profiles are sorted by: the folded name, first the family-like end."""
        return min(" ".join(reversed(name.words)) for name in self.names) if self.names else ""


def honorifics(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded words that are no part of a name."""
    concepts = (knowledge.get(word) for word in HONORIFICS)
    labels = chain.from_iterable(concept.labels for concept in concepts if concept)
    return frozenset(fold_word(label.text) for label in labels if " " not in label.text)


def make_profiles(
    corpus: Corpus,
    places: Mapping[Node, str],
    knowledge: Knowledge,
    bodies: Belonging,
    alone: frozenset[Node],
) -> list[Profile]:
    """Return a profile for each name with its countries, in an order of content only.

    ``places`` gives the ids of countries and bodies, ``bodies`` what those belong to;
    nodes in ``alone`` are spoken of by a decision and get a profile each.
    """
    titles = honorifics(knowledge)
    # Once for each person: the cache of parsed names is too small for a hundred thousand.
    names = {n: parse_names(r.names, titles) for n, r in corpus.of_kind({Kind.PERSON})}
    reader = _Reader(corpus, places, knowledge, bodies, names, _company(corpus, names))
    groups: defaultdict[object, list[Profile]] = defaultdict(list)
    for node, referent in corpus.of_kind({Kind.PERSON}):
        profile = reader.read(node, referent)
        groups[_group_key(profile, alone)].append(profile)
    for concept in knowledge:
        if concept.kind is Kind.PERSON:
            groups["known", concept.id].append(_from_concept(concept, titles))
    merged = [_merge(group) for group in groups.values()]
    return sorted(merged, key=lambda p: (p.order, p.nodes))


def _group_key(profile: Profile, alone: frozenset[Node]) -> object:
    if profile.nodes[0] in alone:
        return profile.nodes
    if profile.pinned:
        return "known", profile.pinned
    if not profile.full:
        return profile.nodes
    best = max(profile.names, key=lambda n: (len(n.words), n.key))
    # Of pinyin each letter counts, so that Sun Li is compared with Сун Ли, who is Song Li.
    pinyin = not best.cyrillic and is_certain(best.spelt)
    return best.key, best.patronymic, profile.countries, pinyin


def _merge(group: Sequence[Profile]) -> Profile:
    if len(group) == 1:
        return group[0]
    return Profile(
        tuple(sorted(chain.from_iterable(p.nodes for p in group))),
        tuple(sorted(set(chain.from_iterable(p.names for p in group)), key=repr)),
        frozenset().union(*(p.countries for p in group)),
        frozenset().union(*(p.posts for p in group)),
        frozenset().union(*(p.bodies for p in group)),
        frozenset().union(*(p.company for p in group)),
        frozenset().union(*(p.days for p in group)),
        group[0].pinned,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a person's evidence is read from."""

    corpus: Corpus
    places: Mapping[Node, str]
    knowledge: Knowledge
    belonging: Belonging
    names: Mapping[Node, tuple[PersonName, ...]]
    company: Mapping[str, frozenset[str]]

    def read(self, node: Node, referent: Referent) -> Profile:
        """Return the profile of one person in one release."""
        names = self.names[node]
        posts = self._posts(node)
        member_of = self.corpus.objects(node, Relation.MEMBER_OF)
        bodies = {self.places[n] for n in member_of if n in self.places}
        bodies |= {post.body for post in posts if post.body}
        country_of = self.belonging.country_of
        countries = {post.country for post in posts if post.country}
        countries |= {country_of[body] for body in bodies if body in country_of}
        own = {skeleton(word) for name in names for word in name.words}
        day = self.corpus.releases[node[0]].date
        return Profile(
            (node,),
            names,
            frozenset(countries),
            posts,
            frozenset(bodies),
            self.company[node[0]] - own,
            frozenset({day} if day else ()),
            referent.link,
        )

    def _posts(self, node: Node) -> frozenset[Post]:
        return frozenset(
            make_post(self.corpus, post, self.places, self.knowledge, self.belonging.akin)
            for post in self.corpus.objects(node, Relation.HOLDS)
            if post in self.corpus.referents
        )


def parse_names(names: Iterable[Name], titles: frozenset[str]) -> tuple[PersonName, ...]:
    """Parse names and keep the full ones, or all where none is full."""
    parsed = [parse_name(name.text, titles=titles) for name in names]
    unique = sorted({name for name in parsed if name.words or name.patronymic}, key=repr)
    return tuple(name for name in unique if name.full) or tuple(unique)


def make_post(
    corpus: Corpus,
    node: Node,
    places: Mapping[Node, str],
    knowledge: Knowledge,
    akin: Mapping[str, str],
) -> Post:
    """Return a post as evidence, from what its release claims of it."""

    def first(relation: Relation) -> str | None:
        return min((places[n] for n in corpus.objects(node, relation) if n in places), default=None)

    body = first(Relation.POST_IN)
    return Post(
        base_role(corpus.referents[node].role, knowledge),
        body,
        first(Relation.OF_COUNTRY),
        first(Relation.ACCREDITED_TO),
        akin.get(body or ""),
    )


def _company(
    corpus: Corpus, names: Mapping[Node, tuple[PersonName, ...]]
) -> dict[str, frozenset[str]]:
    """Return for each release the family names in it, by consonants: one key in any script."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (release, _), own in names.items():
        for name in own[:1]:
            found[release].add(skeleton(name.words[-1]) if name.words else "")
    return {
        release: frozenset(found[release] - {""} if len(found[release]) <= MUCH_COMPANY else ())
        for release in corpus.releases
    }


def _from_concept(concept: Concept, titles: frozenset[str]) -> Profile:
    names = parse_names([Name(label.text, label.language) for label in concept.labels], titles)
    countries = frozenset({concept.country}) if concept.country else frozenset()
    return Profile((("", concept.id),), names, countries, pinned=concept.id)
