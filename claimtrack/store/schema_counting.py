"""Migration 4: two more indexes that answer from themselves."""

from __future__ import annotations

COUNTING = (
    "DROP INDEX claims_by_lemma",
    # --cue by lemma; stats by cue, and by cue with stance, read in the order they are counted in
    "CREATE INDEX claims_by_lemma ON claims (lemma_key, stance)",
    # --article by words of the title, without passing over the articles' texts
    "CREATE INDEX articles_by_title ON articles (title_key)",
)
