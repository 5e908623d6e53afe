"""Every verb's examples run through the whole engine: what must be found is, what must not be is not."""

from __future__ import annotations

import pytest

from claimtrack.attribution import extract
from claimtrack.lexicon import load
from claimtrack.models import Article

VERBS = load().verbs.values()
FOUND = [(verb.lemma, sentence) for verb in VERBS for sentence in verb.examples]
LOOK_ALIKES = [(verb.lemma, sentence) for verb in VERBS for sentence in verb.not_examples]


def _entries(sentence: str) -> set[str]:
    return {claim.entry for claim in extract(Article(sentence)).claims}


@pytest.mark.parametrize(("lemma", "sentence"), FOUND)
def test_example_is_found(lemma: str, sentence: str) -> None:
    assert lemma in _entries(sentence)


@pytest.mark.parametrize(("lemma", "sentence"), LOOK_ALIKES)
def test_look_alike_is_not_found(lemma: str, sentence: str) -> None:
    assert lemma not in _entries(sentence)
