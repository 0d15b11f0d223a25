import pytest

from graphkit.knowledge import load_knowledge
from graphkit.resolve.roles import base_role, post_role


@pytest.mark.parametrize(
    ("role", "base", "post"),
    [
        ("role/minister", "minister", "minister"),
        ("minister", "minister", "minister"),
        ("role/chair", "head_of_body", "head_of_body"),
        ("role/attache", "other", "attache"),
        (None, "", "other"),
    ],
)
def test_roles_have_a_base(role: str | None, base: str, post: str) -> None:
    knowledge = load_knowledge()
    assert (base_role(role, knowledge), post_role(role, knowledge)) == (base, post)
