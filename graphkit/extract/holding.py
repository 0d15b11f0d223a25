"""Posts -> claims that a person holds them, with what the release adds from elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from graphkit.extract.local import is_local, last_office
from graphkit.extract.nodes import Node
from graphkit.extract.posts import PLAIN_HEADS, RESIDENTS, Post, find_chamber
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.languages.syntax import Link
from graphkit.model import BODIES, Kind, Relation, Status

EXTRACTOR = "posts"
DEPUTY_PREMIER = "role/deputy_head_of_government"
RECEIVERS = ("role/head_of_state", "role/minister", "role/deputy_minister")


def claim_post(
    scene: Scene, person: str, post: Post, start: int, end: int, *, confidence: float | None = None
) -> None:
    """Note that a person holds a post (or is a member), with all that the post says."""
    draft, sure = scene.draft, confidence or post.confidence
    if post.role is None:
        if post.body is not None and scene.kind(post.body) in BODIES:
            draft.add_claim(
                person, Relation.MEMBER_OF, post.body, start, end,
                confidence=sure, extractor=EXTRACTOR, status=post.status,
            )  # fmt: skip
        return
    key = f"post:{post.role}:{post.body}:{post.country}:{','.join(post.accredited)}"
    if post.body is None and post.country is None and not post.accredited:
        key += f":{person}"  # a title alone is nobody else's post
    made = draft.refer(Kind.POST, key)
    draft.update(made, role=post.role)
    pairs = [
        (Relation.POST_IN, post.body),
        (Relation.OF_COUNTRY, scene.refer_to_country(post.country) if post.country else None),
        *((Relation.ACCREDITED_TO, place) for place in post.accredited),
    ]
    for relation, obj in pairs:
        if obj is not None:
            draft.add_claim(made, relation, obj, start, end, confidence=sure, extractor=EXTRACTOR)
    draft.add_claim(
        person, Relation.HOLDS, made, start, end,
        confidence=sure, extractor=EXTRACTOR, status=post.status,
    )  # fmt: skip


def claim_credentials(scene: Scene) -> None:
    """Ambassadors who hand over credentials are accredited to the state that takes them."""
    state = _receiving_state(scene) or _receiver(scene)
    if state is None or not scene.hits_of("event/credentials"):
        return
    for post in [r for r in scene.draft.referents.values() if r.kind is Kind.POST]:
        own = scene.draft.objects(post.id, Relation.OF_COUNTRY)
        host = scene.refer_to_country(state)
        is_resident = any(scene.knowledge.is_a(post.role, r) for r in RESIDENTS)
        if (
            is_resident
            and own
            and host not in own
            and not scene.draft.objects(post.id, Relation.ACCREDITED_TO)
        ):
            claim = next(c for (s, r, o), c in scene.draft.claims.items() if o == post.id)
            scene.draft.claims[post.id, Relation.ACCREDITED_TO, host] = replace(
                claim,
                subject=post.id,
                relation=Relation.ACCREDITED_TO,
                object=host,
                confidence=0.75,
            )


def _receiver(scene: Scene) -> str | None:
    """Return the state that takes credentials: the publisher's, else one that sends nobody.

    Where its head or a minister takes them, it is his.
    """
    draft, senders, hosts = scene.draft, set[str](), dict[str, int]()
    for person, relation, held in draft.claims:
        if relation is not Relation.HOLDS:
            continue
        role = draft.referents[held].role
        states = draft.states_of(held)
        if any(scene.knowledge.is_a(role, r) for r in RESIDENTS):
            senders.update(s for s in states if s)
        elif any(scene.knowledge.is_a(role, r) for r in RECEIVERS):
            named = sum(m.referent == person for m in draft.mentions)
            hosts |= {s: max(named, hosts.get(s, 0)) for s in states if s}
    if scene.home_is_sure:
        return scene.home
    likely = sorted(hosts, key=lambda state: -hosts[state])
    return next((h for h in (*likely, scene.home) if h and h not in senders), None)


def _receiving_state(scene: Scene) -> str | None:
    """Return the state whose head a release names, if it names one only that sends nobody."""
    found = _states_of_posts(scene, ["role/head_of_state"]) - _states_of_posts(scene, RESIDENTS)
    return found.pop() if len(found) == 1 else None


def _states_of_posts(scene: Scene, roles: Collection[str]) -> set[str | None]:
    """Return the states of which the release names posts of some roles."""
    return {
        state
        for post in scene.draft.referents.values()
        if any(scene.knowledge.is_a(post.role, role) for role in roles)
        for state in scene.draft.states_of(post.id)
    }


def fill_bare(scene: Scene, person: str, title: Node, post: Post) -> Post | None:
    """Complete a title without a body from what the release told before, None if it adds nothing.

    A bare «министр» whom nobody knows yet heads the ministry named last before him.
    """
    if is_local(title):
        return replace(post, body=last_office(scene, title), confidence=0.75)
    for held in scene.draft.objects(person, Relation.HOLDS):
        role = scene.draft.referents[held].role
        if scene.knowledge.is_a(role, post.role or "") or scene.knowledge.is_a(
            post.role, role or ""
        ):
            return None
    if any(scene.knowledge.is_a(post.role, envoy) for envoy in RESIDENTS):
        return _at_mission(scene, title, post)
    if post.role == "role/secretary_general" and post.country is None:
        return _of_organization(scene, title, post)
    if post.role in PLAIN_HEADS or scene.knowledge.is_a(post.role, "role/deputy_head_of_body"):
        return None
    if any(scene.knowledge.is_a(post.role, r) for r in ("role/speaker", "role/deputy_speaker")):
        if any(m.sort is Sort.BODY for m in title.modified_by(Link.OWNER, Link.AT)):
            return post  # a house is named, though it is not known whose
        body = find_chamber(scene, title, post.country)
        return replace(
            post,
            body=body,
            country=post.country or scene.countries.get(body or ""),
            confidence=0.75,
        )
    if scene.knowledge.is_a(post.role, "role/deputy_minister"):
        own = _own_ministry(scene, person)
        if own is not None and post.country in (None, scene.countries.get(own)):
            return replace(post, body=own, country=scene.countries.get(own), confidence=0.8)
        return _under_minister(scene, title, post)
    if post.role != "role/minister":
        if post.country is None and scene.knowledge.is_a(post.role, DEPUTY_PREMIER):
            return replace(post, country=_served(scene, person))
        return post
    begin = scene.draft.characters(title.start, title.end)[0]
    ministries = [
        m
        for m in scene.draft.mentions
        if m.begin < begin
        and scene.kind(m.referent) is Kind.MINISTRY
        and not _has_head(scene, m.referent)
        and post.country in (None, scene.countries.get(m.referent))
    ]
    if not ministries:
        return post
    body = max(ministries, key=lambda m: m.begin).referent
    return replace(post, body=body, country=scene.countries.get(body), confidence=0.7)


def _own_ministry(scene: Scene, person: str) -> str | None:
    """«заместитель министра – директор департамента МИД Чехии» serves the department's ministry."""
    draft = scene.draft
    for post in draft.objects(person, Relation.HOLDS):
        for body in draft.objects(post, Relation.POST_IN):
            for above in (body, *draft.objects(body, Relation.PART_OF)):
                if scene.kind(above) is Kind.MINISTRY:
                    return above
    return None


def _served(scene: Scene, person: str) -> str | None:
    """Return the one state that all posts of a person are of."""
    found = set(scene.draft.states_served(person))
    return found.pop() if len(found) == 1 else None


def _of_organization(scene: Scene, title: Node, post: Post) -> Post:
    """A bare secretary general is that of the one organisation that the release names before."""
    begin = scene.draft.characters(title.start, title.end)[0]
    named = {
        m.referent
        for m in scene.draft.mentions
        if m.begin < begin and scene.kind(m.referent) is Kind.INTERNATIONAL_ORGANIZATION
    }
    return replace(post, body=named.pop(), confidence=0.7) if len(named) == 1 else post


def _under_minister(scene: Scene, title: Node, post: Post) -> Post:
    """A bare deputy minister («первый заместитель министра») serves the one most spoken of."""
    draft = scene.draft
    begin = draft.characters(title.start, title.end)[0]
    counts: dict[str, tuple[int, int]] = {}
    for (person, relation, held), claim in draft.claims.items():
        if relation is not Relation.HOLDS or claim.status is not Status.ASSERTED:
            continue
        if draft.referents[held].role == "role/minister":
            places = [m.begin for m in draft.mentions if m.referent == person and m.begin < begin]
            for body in draft.objects(held, Relation.POST_IN) if places else ():
                counts[body] = max(counts.get(body, (0, 0)), (len(places), -min(places)))
    countries = {b: scene.countries.get(b) for b in counts}
    fitting = [b for b in counts if post.country in (None, countries[b])]
    if scene.home_is_sure:  # a guest's minister brings no deputies of the host's
        fitting = [b for b in fitting if countries[b] == scene.home]
    if not fitting:
        theirs = _ministry_of_side(scene, title, post)
        country = scene.countries.get(theirs or "") or post.country
        return replace(post, body=theirs, country=country, confidence=0.7)
    body = max(fitting, key=lambda b: (counts[b][0], countries[b] == scene.home, counts[b][1]))
    return replace(post, body=body, country=countries[body], confidence=0.7)


def _ministry_of_side(scene: Scene, title: Node, post: Post) -> str | None:
    """«Азербайджанскую делегацию возглавил заместитель министра …»: of their one ministry."""
    sentence = scene.doc[title.start].sent
    if any(sentence.start <= p.start < title.start for p in scene.persons):
        return None  # «…, швейцарскую – заместитель …»: the other side's
    country = post.country or scene.side(title.start)
    own = {
        r.id
        for r in scene.draft.referents.values()
        if r.kind is Kind.MINISTRY and not r.implied and scene.countries.get(r.id) == country
    }
    return own.pop() if country is not None and len(own) == 1 else None


def _at_mission(scene: Scene, title: Node, post: Post) -> Post:
    """A bare envoy is of the embassy that his sentence, or the release alone, names before him."""
    sentence = scene.doc[title.start].sent
    named = [
        n
        for n in scene.nodes
        if n in scene.of and n.start < title.start and scene.kind(scene.of[n]) is Kind.EMBASSY
    ]
    beside = [scene.of[n] for n in named if n.start >= sentence.start]
    alone = {scene.of[n] for n in named}
    body = next(iter(beside), None) or (alone.pop() if len(alone) == 1 else None)
    country = scene.countries.get(body or "")
    if body is None or post.country not in (None, country):
        return post
    hosts = tuple(scene.draft.objects(body, Relation.CONCERNS))
    return replace(post, body=body, country=country, accredited=hosts, confidence=0.75)


def _has_head(scene: Scene, body: str) -> bool:
    return any(
        r is Relation.POST_IN
        and o == body
        and scene.draft.referents[s].role == scene.head_role(body)
        for s, r, o in scene.draft.claims
    )


MISSIONS = (
    ("role/ambassador", "type/embassy"),
    ("role/charge_daffaires", "type/embassy"),
    ("role/consul", "type/consulate"),
    ("role/permanent_representative", "type/permanent-mission"),
)


def claim_embassies(scene: Scene) -> None:
    """An envoy's post is in the mission of his state that the release names."""
    draft = scene.draft
    for (post, relation, country), claim in list(draft.claims.items()):
        role = draft.referents[post].role
        if relation is not Relation.OF_COUNTRY or scene.kind(post) is not Kind.POST:
            continue
        if draft.objects(post, Relation.POST_IN):
            continue
        accredited = set(draft.objects(post, Relation.ACCREDITED_TO))
        for body in _missions(scene, role):
            own = scene.countries.get(body)
            concerned = set(draft.objects(body, Relation.CONCERNS))
            at_home = own is not None and draft.keys.get(own) == country
            seat = draft.keys.get(scene.seats.get(body, ""))
            hosts = concerned | ({seat} if seat else set())
            elsewhere = body in scene.seats and seat not in accredited and bool(accredited)
            if at_home and not elsewhere and (not hosts or not accredited or hosts & accredited):
                draft.claims[post, Relation.POST_IN, body] = replace(
                    claim, relation=Relation.POST_IN, object=body, confidence=0.8
                )
                break


def _missions(scene: Scene, role: str | None) -> list[str]:
    kinds = [kind for envoy, kind in MISSIONS if scene.knowledge.is_a(role, envoy)]
    return [
        r.id
        for r in scene.draft.referents.values()
        if not r.implied and any(scene.knowledge.is_a(r.type, kind) for kind in kinds)
    ]
