"""Roles as evidence: the base role of the vocabulary, and whether one person holds it."""

from __future__ import annotations

from graphkit.knowledge.concepts import Knowledge

# One holder at a time in one body or country: two names for it are likely one person.
SINGLE = frozenset(
    {"head_of_state", "head_of_government", "minister", "head_of_body", "speaker"}
    | {"ambassador", "permanent_representative", "secretary_general"}
)
# Many hold them, so that without a body each is its holder's own.
LOOSE = frozenset({"other", "adviser", "academic", "businessperson", "deputy_head_of_body", ""})
# Too wide to say what the post is, so that the finer role does.
WIDE = frozenset({"other", ""})


def base_role(role: str | None, knowledge: Knowledge) -> str:
    """Return the name of the broadest role above one: ``role/minister`` -> ``minister``."""
    if role is None:
        return ""
    path = role if role.startswith("role/") else f"role/{role}"
    *_, broadest = (path, *(concept.id for concept in knowledge.ancestors(path)))
    return broadest.removeprefix("role/")


def post_role(role: str | None, knowledge: Knowledge) -> str:
    """Return the role that tells a post from others of its body: the base, unless it is wide."""
    base = base_role(role, knowledge)
    return (role or "other").removeprefix("role/") if base in WIDE else base
