"""Every verb's examples run through the whole engine: what must be found is, what must not be is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimtrack.attribution import extract
from claimtrack.lexicon import load
from claimtrack.models import Article


def _sentences(*, found: bool) -> Iterator[tuple[str, str]]:
    for verb in load().verbs.values():
        for sentence in verb.examples if found else verb.not_examples:
            yield verb.lemma, sentence


def _entries(sentence: str) -> set[str]:
    return {claim.entry for claim in extract(Article(sentence)).claims}


@pytest.mark.parametrize(("lemma", "sentence"), _sentences(found=True))
def test_example_is_found(lemma: str, sentence: str) -> None:
    assert lemma in _entries(sentence)


@pytest.mark.parametrize(("lemma", "sentence"), _sentences(found=False))
def test_look_alike_is_not_found(lemma: str, sentence: str) -> None:
    assert lemma not in _entries(sentence)
