"""Title phrases and the persons beside them -> posts: role, body, country, accreditation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphkit.extract.implied import MINISTRY, implied_body
from graphkit.extract.local import LOCAL, refer_office
from graphkit.extract.near import nearest_countries
from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene, is_plural_title
from graphkit.extract.senses import MEMBER, REPRESENTATIVE, Sort
from graphkit.extract.tree import ENVOYS, is_city
from graphkit.knowledge import Concept, Scheme, Use
from graphkit.languages.syntax import Link
from graphkit.model import GROUPS, PARLIAMENTS, PARTISAN, PRIVATE, Kind, Relation, Status

EXTRACTOR = "posts"
DEPUTIES = {
    "role/minister": "role/deputy_minister",
    "role/speaker": "role/deputy_speaker",
    "role/head_of_government": "role/deputy_head_of_government",
    "role/head_of_body": "role/deputy_head_of_body",
}
OF_GOVERNMENT = {
    "role/chair": "role/head_of_government",
    "role/head_of_body": "role/head_of_government",
    "role/deputy_head_of_body": "role/deputy_head_of_government",
}
HEADS = ("role/head_of_body", "role/head_of_state", "role/head_of_government", "role/minister")
PLAIN_HEADS = frozenset({"role/head_of_body", "role/chair", "role/director", "role/leader"})
RESIDENTS = ENVOYS - {"role/special_representative"}
WITHOUT_BODY = frozenset({"role/head_of_state", "role/head_of_government", *ENVOYS})


@dataclass(frozen=True, slots=True)
class Post:
    """What a title phrase says. ``role`` None: mere membership of ``body``."""

    role: str | None
    body: str | None = None
    country: str | None = None
    accredited: tuple[str, ...] = ()
    status: Status = Status.ASSERTED
    confidence: float = 0.9


def read_post(scene: Scene, node: Node, country_before: str | None = None) -> Post | None:
    """Return the post that a title phrase names, None if it names none.

    ``country_before`` is the country of the same person's title before this one.
    """
    owners = node.modified_by(Link.OWNER, Link.AT)
    inner = next((m for m in owners if m.sort is Sort.ROLE), None)
    if inner is not None:
        below = read_post(scene, inner, country_before)
        return _under(scene, node, below) if below is not None else None
    body = _body(scene, node)
    country = _country(scene, node, body)
    role_concept = _meaning(scene, node, body)
    if role_concept is None:
        return Post(None, body, country) if body or country else None
    concept, use = role_concept
    if concept.scheme is Scheme.BODY and concept.kind is not None:
        made = scene.refer_to_concept(concept, concept.kind)
        title = scene.deputy_role(made) if use is Use.DEPUTY else scene.head_role(made)
        return Post(title, made, concept.country)
    if concept.scheme is Scheme.TYPE:
        return _of_type(scene, node, concept, use, body, country or country_before)
    role = _role(scene, concept, use, body)
    if role == "role/chair" and body is None and _is_of_state(scene, node):
        role = "role/head_of_state"  # «Қытай Халық Республикасының Төрағасы»
    if body is None and _is_of_government(node):
        role = OF_GOVERNMENT.get(role, role)
    if body is not None and scene.kind(body) is Kind.MINISTRY and _is_below(scene, node, concept):
        role = "role/director" if "role/director" in node.senses.ids else concept.id
    if node.portfolio is not None and body is None and _is_minister(scene, role):
        country = country or country_before or next(iter(nearest_countries(scene, node)), None)
        body = implied_body(scene, scene.knowledge[MINISTRY], country, node)
    accredited = _accredited(scene, node, role, country)
    if role in ("role/member_of_parliament", "role/senator") and body is None:
        body = find_chamber(scene, node, country or country_before)
        country = country or (scene.countries.get(body) if body else None)
    return Post(role, body, country, accredited)


def _body(scene: Scene, node: Node) -> str | None:
    for modifier in node.modified_by(Link.OWNER, Link.AT):
        if modifier.sort is Sort.BODY and modifier in scene.of:
            if scene.kind(scene.of[modifier]) in PARTISAN and _is_deputy(scene, node):
                continue
            is_at = any(link is Link.AT for link, m in node.modifiers if m is modifier)
            if (
                is_at
                and _is_envoy(scene, node)
                and scene.kind(scene.of[modifier]) is not Kind.EMBASSY
            ):
                continue
            return scene.of[modifier]
        if not modifier.senses.kinds.isdisjoint(GROUPS):
            return None  # who chairs a group that is not named does not chair its chamber
        if modifier.sort is Sort.BODY and (owner := _body(scene, modifier)) is not None:
            return owner  # «компаниясының басқарма төрағасы»: the board is the company's
    return None


def _is_deputy(scene: Scene, node: Node) -> bool:
    return any(scene.knowledge.is_a(i, "role/member_of_parliament") for i in node.senses.ids)


def _is_envoy(scene: Scene, node: Node) -> bool:
    return any(scene.knowledge.is_a(i, role) for i in node.senses.ids for role in ENVOYS)


def _country(scene: Scene, node: Node, body: str | None) -> str | None:
    for place in node.modified_by(Link.OWNER):
        if place.sort is Sort.PLACE and (found := scene.country_of(place)) is not None:
            return found
    if body is None or (
        scene.kind(body) in PRIVATE and not scene.draft.objects(body, Relation.OF_COUNTRY)
    ):
        return None
    above = scene.draft.objects(body, Relation.PART_OF)
    return next((c for b in (body, *above) if (c := scene.countries.get(b)) is not None), None)


def said_country(scene: Scene, node: Node) -> str | None:
    """Return the country that the words of a title give, of those that stand in it anywhere."""
    inner = [m for m in node.modified_by(Link.OWNER, Link.AT) if m.sort is Sort.ROLE]
    own = _country(scene, node, _body(scene, node))
    return own or next((c for m in inner if (c := said_country(scene, m)) is not None), None)


def _meaning(scene: Scene, node: Node, body: str | None) -> tuple[Concept, Use] | None:
    """Choose what a title means: the type's head where it says the portfolio, else the role."""
    if node.senses.ids <= {REPRESENTATIVE}:
        return None
    if node.senses.ids <= {MEMBER}:
        kind = scene.kind(body) if body else None
        if kind in PARLIAMENTS:
            return scene.knowledge["role/member_of_parliament"], Use.PREFERRED
        return None
    for sense in node.senses:
        if sense.concept.scheme is Scheme.BODY and _is_home_body(scene, node, sense.concept):
            return sense.concept, sense.label.use
        if sense.concept.scheme is Scheme.TYPE and sense.concept.id != "type/ministry":
            return sense.concept, sense.label.use
    roles = [s for s in node.senses if s.concept.scheme is Scheme.ROLE]
    generic = [s for s in roles if s.label.use in (Use.HEAD, Use.DEPUTY)]
    specific = [s for s in roles if s not in generic]
    of_other = generic and (body or _is_owned(scene, node))
    others = [s for s in node.senses if s.concept.scheme is not Scheme.BODY]
    chosen = (generic if of_other else specific or roles) or others
    return (chosen[0].concept, chosen[0].label.use) if chosen else None


def _is_owned(scene: Scene, node: Node) -> bool:
    """«… қауымдастығының президенті»: an owner that was not understood is no state."""
    owners = any(True for _ in node.modified_by(Link.OWNER, Link.AT, Link.FOR))
    return not owners and "3" in scene.doc[node.head].morph.get("Person[psor]")


def _is_of_state(scene: Scene, node: Node) -> bool:
    """Say whether a state alone owns a title that is written with a capital."""
    owners = list(node.modified_by(Link.OWNER, Link.AT, Link.FOR))
    alone = len(owners) == 1 and owners[0] in scene.of
    is_state = alone and scene.kind(scene.of[owners[0]]) is Kind.COUNTRY
    return is_state and scene.doc[node.start].text[:1].isupper()


def _is_home_body(scene: Scene, node: Node, concept: Concept) -> bool:
    """A title of one body alone («Lord Speaker») means it where the release speaks of its state."""
    said = {scene.country_of(m) for m in node.modified_by(Link.OWNER) if m.sort is Sort.PLACE}
    if said - {None, concept.country}:
        return False  # "Secretary of State for Foreign Affairs of Portugal" is no Briton
    return concept.country in (None, scene.home) or concept.country in scene.frequent_countries()


def _is_minister(scene: Scene, role: str) -> bool:
    return any(scene.knowledge.is_a(role, r) for r in ("role/minister", "role/deputy_minister"))


def _of_type(
    scene: Scene, node: Node, concept: Concept, use: Use, body: str | None, country: str | None
) -> Post:
    role = concept.deputy_role if use is Use.DEPUTY else concept.head_role
    if country is None and body is None:
        if concept.kind is Kind.MINISTRY and is_plural_title(scene, node):
            return Post(role)  # "Foreign Ministers A and B" are hardly of one ministry
        country = next(iter(nearest_countries(scene, node)), None)
    if concept.id in LOCAL:
        body = body or refer_office(scene, concept, country, node)
    elif body is None or scene.kind(body) is not concept.kind:
        body = implied_body(scene, concept, country, node)
    return Post(role or "role/head_of_body", body, country)


def _role(scene: Scene, concept: Concept, use: Use, body: str | None) -> str:
    """A head noun takes the role of its body's head; a company's president is no president."""
    if body is None:
        return concept.id
    of_ministry = scene.narration.verb_last and scene.kind(body) is Kind.MINISTRY
    if concept.id == "role/secretary_of_state" and of_ministry:
        return "role/deputy_minister"  # «министрліктің мемлекеттік хатшысы»
    if use is Use.DEPUTY or scene.knowledge.is_a(concept.id, "role/deputy_head_of_body"):
        return _finer(scene, concept.id, scene.deputy_role(body))
    if use is Use.HEAD or concept.id in PLAIN_HEADS:
        return scene.head_role(body)
    return concept.id


def _is_of_government(node: Node) -> bool:
    """«Заместитель Председателя Правительства – министр …»: whose it is, the next title says."""
    owners = node.modified_by(Link.OWNER)
    return any(m.sort is Sort.BODY and "type/government" in m.senses.ids for m in owners)


def _is_below(scene: Scene, node: Node, concept: Concept) -> bool:
    """A director of a ministry, or a head of something at it, is not its minister."""
    if "role/director" in node.senses.ids:
        return True
    is_head = scene.knowledge.is_a(concept.id, "role/head_of_body")
    return is_head and any(
        link is Link.AT and m.sort is Sort.BODY and m in scene.of for link, m in node.modifiers
    )


def _finer(scene: Scene, role: str, of_body: str) -> str:
    """Keep a first deputy a first deputy, whatever the body's kind makes of deputies."""
    finer = role.replace("deputy_head_of_body", of_body.removeprefix("role/"))
    return finer if finer in scene.knowledge else of_body


def _accredited(scene: Scene, node: Node, role: str, country: str | None) -> tuple[str, ...]:
    """Return the referents to which an envoy is accredited; a capital stands for its state."""
    if not any(scene.knowledge.is_a(role, envoy) for envoy in RESIDENTS):
        return ()
    found = []
    for modifier in node.modified_by(Link.AT, Link.FOR):
        if modifier.sort is Sort.PLACE:
            state = scene.country_of(modifier)
            if state is not None and is_city(modifier) and not scene.is_named(state):
                continue
            if state is not None and state != country:
                found.append(scene.refer_to_country(state))
            elif state is None and modifier in scene.of:
                found.append(scene.of[modifier])
        elif modifier in scene.of:
            found.append(scene.of[modifier])
    for modifier in node.modified_by(Link.OWNER, Link.AT):
        if (
            modifier.sort is Sort.BODY
            and modifier in scene.of
            and scene.kind(scene.of[modifier]) is Kind.EMBASSY
        ):
            found = scene.draft.objects(scene.of[modifier], Relation.CONCERNS)
    return tuple(found)


def find_chamber(scene: Scene, node: Node, country: str | None) -> str | None:
    """A deputy without a chamber sits in the one named last, of his side's country."""
    country = country or scene.side(node.start) or guests_country(scene, node)
    country = country or _named_beside(scene, node)
    country = country or (scene.home if scene.home_is_sure else None)
    chambers = {
        r.id
        for r in scene.draft.referents.values()
        if r.kind in PARLIAMENTS
        and not r.implied
        and (country is None or scene.countries.get(r.id) == country)
    }
    if country is None and len({scene.countries.get(c) for c in chambers}) > 1:
        return None
    if country is None:
        hosts = _hosts(scene, node)
        chambers = {c for c in chambers if scene.countries.get(c) not in hosts}
    begin = scene.draft.characters(node.start, node.end)[0]
    chambers = _fitting_chambers(scene, node, chambers)
    named = [m for m in scene.draft.mentions if m.referent in chambers]
    before = [m for m in named if m.begin < begin]
    best = max(before, key=lambda m: m.begin, default=None) or min(
        named, key=lambda m: m.begin, default=None
    )
    return best.referent if best is not None else None


def _hosts(scene: Scene, node: Node) -> set[str]:
    """Return the states to which the delegation of a deputy's sentence has come: not his own."""
    sentence = scene.doc[node.start].sent
    named = {k for n in scene.phrases_of(sentence) for k in n.senses.kinds}
    if named.isdisjoint(GROUPS):
        return set()
    visits = {scene.doc[hit.start].sent.start for hit in scene.hits_of("event/visit")}
    return {
        country
        for place in scene.nodes
        if place.sort is Sort.PLACE
        and place.parent is None
        and scene.doc[place.start].sent.start in visits
        and (country := scene.country_of(place)) is not None
    }


def _fitting_chambers(scene: Scene, node: Node, chambers: set[str]) -> set[str]:
    """Senators sit in the upper house, other deputies do not."""
    upper = {
        c
        for c in chambers
        if scene.knowledge.is_a(scene.draft.referents[c].type, "type/upper-chamber")
    }
    if "role/senator" in node.senses.ids:
        return upper or {c for c in chambers if scene.kind(c) is Kind.PARLIAMENT}
    return chambers - upper if _is_deputy(scene, node) else chambers


def _named_beside(scene: Scene, node: Node) -> str | None:
    """Return the country of the one parliament that a sentence names, before a title if any."""
    sentence = scene.doc[node.start].sent
    chambers = [
        n
        for n in scene.phrases_of(sentence)
        if n.sort is Sort.BODY and n in scene.of and scene.kind(scene.of[n]) in PARLIAMENTS
    ]
    before = {scene.countries.get(scene.of[n]) for n in chambers if n.start < node.start}
    named = before or {scene.countries.get(scene.of[n]) for n in chambers}
    return named.pop() if len(named) == 1 else None


def guests_country(scene: Scene, node: Node) -> str | None:
    """Return the country of the delegation that a sentence speaks of."""
    sentence = scene.doc[node.start].sent
    for other in scene.nodes:
        if (
            other.sort is Sort.BODY
            and other in scene.of
            and sentence.start <= other.start < node.start
        ):
            body = scene.of[other]
            if scene.kind(body) is Kind.DELEGATION:
                parents = scene.draft.objects(body, Relation.PART_OF)
                found = [scene.countries.get(b) for b in (body, *parents)]
                return next((c for c in found if c), None)
    return None


def _under(scene: Scene, node: Node, below: Post) -> Post | None:
    """A title that another title owns: the minister's deputy, an adviser to the president."""
    sense = next((s for s in node.senses if s.label.use is Use.DEPUTY), None)
    if sense is not None:
        base = next((d for r, d in DEPUTIES.items() if scene.knowledge.is_a(below.role, r)), None)
        if below.body is not None and below.role == scene.head_role(below.body):
            base = scene.deputy_role(below.body)
        return replace(below, role=base or "role/deputy_head_of_body")
    role = next((s.concept for s in node.senses if s.concept.scheme is Scheme.ROLE), None)
    if role is None:
        return None
    own = _body(scene, node) or (below.body if role.id not in WITHOUT_BODY else None)
    return Post(role.id, own, _country(scene, node, own) or below.country, below.accredited)
