"""Folding a whole text is folding its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.folding import fold, fold_text

LETTERS = "أإآٱىیېئةۀەہھؤکڪ٠٩۰۹ءابتث ﻻﷲZéß😀1\n"


@given(st.text(st.sampled_from(LETTERS) | st.characters(exclude_categories=["Cs"])))
def test_a_text_folds_as_its_words_do(text: str) -> None:
    assert fold_text(text) == fold(text)


def test_marks_and_tatweel_go() -> None:
    assert fold_text("الأسلحــةُ") == "الاسلحه"
    assert fold_text("سَلّم") == "سلم"
