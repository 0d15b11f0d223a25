"""No text, however odd, stops a release."""

import random

import pytest

from graphkit.languages import grammar, load_pipeline
from graphkit.model import Kind

pytestmark = pytest.mark.model
LETTERS = "абвгқнуыіьяюиэАБҚ.-«»\"'’ \n,–;01Zz()!…\u0301\u00a0İß"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_noise_is_read_without_loss(language: str) -> None:
    dice = random.Random(7)
    nlp, names = load_pipeline(language), grammar(language)
    for _ in range(150):
        text = "".join(dice.choices(LETTERS, k=dice.randint(1, 25)))
        doc = nlp.make_doc(text)
        for name in ("sentences", "morphology"):
            doc = nlp.get_pipe(name)(doc)
        assert doc.text == text
        for token in doc:
            span = doc[token.i : token.i + 2]
            for kind in (None, Kind.PERSON, Kind.CITY, Kind.MINISTRY):
                assert isinstance(names.nominative(span, kind), str)
                names.case(span, kind)
            assert names.candidates(token.text)
