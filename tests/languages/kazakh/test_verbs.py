"""Verb forms and their dictionary form, the verbal noun."""

import pytest

from graphkit.languages.kazakh.verbs import Form, finite_roots, roots, verbal_noun


@pytest.mark.parametrize(
    ("root", "noun"),
    [
        ("кездес", "кездесу"),
        ("қабылда", "қабылдау"),
        ("тап", "табу"),
        ("шық", "шығу"),
        ("төк", "төгу"),
        ("оқы", "оқу"),
        ("тані", "тану"),
        ("қой", "қою"),
    ],
)
def test_verbal_noun(root: str, noun: str) -> None:
    assert verbal_noun(root) == noun


@pytest.mark.parametrize(
    ("word", "root", "form"),
    [
        ("кездесті", "кездес", Form.PAST),
        ("кездестік", "кездес", Form.PAST_PERSON),
        ("кездесіп", "кездес", Form.CONVERB),
        ("кездеседі", "кездес", Form.PRESENT),
        ("кездеспеді", "кездес", Form.PAST),
        ("қабылдайды", "қабылда", Form.PRESENT),
        ("шығады", "шық", Form.PRESENT),
        ("тауып", "тап", Form.CONVERB),
        ("оқиды", "оқы", Form.PRESENT),
        ("келіпті", "кел", Form.EVIDENTIAL),
        ("барса", "бар", Form.CONDITIONAL),
        ("келсін", "кел", Form.IMPERATIVE),
        ("деді", "де", Form.PAST),
    ],
)
def test_finite_forms(word: str, root: str, form: Form) -> None:
    assert (root, form) in set(finite_roots(word))


@pytest.mark.parametrize(
    ("stem", "root", "form"),
    [
        ("кездескен", "кездес", Form.PARTICIPLE),
        ("келмеген", "кел", Form.PARTICIPLE),
        ("өтетін", "өт", Form.HABITUAL),
        ("барар", "бар", Form.FUTURE),
        ("келмек", "кел", Form.INTENT),
    ],
)
def test_forms_that_decline(stem: str, root: str, form: Form) -> None:
    assert (root, form) in set(roots(stem))
