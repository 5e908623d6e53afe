"""`claimtrack show`: an article with its claims marked in it."""

from __future__ import annotations

from claimtrack.cli.options import DEFAULT_DATABASE, Article, Database


def show(
    article: Article,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Show an article with its claims marked in the text.

    Source, cue and content are coloured, and each claim is numbered before its cue. Each claim is listed
    under the text with its number. Where colours are off, the numbers before the cues remain.

    \b
    Example:
      claimtrack show 1
      claimtrack show sample_data/wire-truce.txt
    """
    from claimtrack.cli.marked_text import print_article
    from claimtrack.cli.paging import paged
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        article_id = store.find_article(article)
        with paged():
            print_article(store.article(article_id), store.extraction(article_id))
