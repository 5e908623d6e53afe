"""Tokenizing, the floor and extraction over the same texts, in turns, on one core.

    python tests/benchmarks/cores.py articles.jsonl

Prints one JSON object: megabytes of UTF-8, articles, and the seconds of this process's time that each
takes. Tokenizing is that of spaCy's blank Arabic pipeline (`claimtrack[bench]`), the floor is what no
extraction can do without: folding, matching every word with the lexicon, quotations, sentences.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from claimtrack.attribution import extract
from claimtrack.lexicon import load
from claimtrack.models import Article
from claimtrack.text.quotation import pair_quotations
from claimtrack.text.sentences import split_sentences
from claimtrack.text.tokens import tokenize

_A_TURN = 50  # articles
_FIRST = 20  # articles that are not counted: what is loaded once is loaded then

Work = Callable[[str], object]


def works() -> dict[str, Work]:
    """What is measured, by name; tokenizing only where spaCy is installed."""
    lexicon = load()

    def floor(text: str) -> None:
        tokens = tokenize(text)
        quotations = pair_quotations(tokens)
        split_sentences(tokens, quotations)
        for key in tokens.keys:
            lexicon.analyze(key)

    found: dict[str, Work] = {"floor": floor, "extraction": lambda text: extract(Article(text))}
    try:
        import spacy
    except ImportError:
        return found
    return {"tokenizing": spacy.blank("ar").tokenizer, **found}


def texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def measured(path: Path) -> dict[str, float]:
    """The figures of one file of articles."""
    chosen = works()
    for text in islice(texts(path), _FIRST):
        for work in chosen.values():
            work(text)
    seconds = dict.fromkeys(chosen, 0.0)
    size = count = 0
    waiting = texts(path)
    while turn := list(islice(waiting, _A_TURN)):
        size += sum(len(text.encode()) for text in turn)
        count += len(turn)
        for name, work in chosen.items():
            began = time.process_time()
            for text in turn:
                work(text)
            seconds[name] += time.process_time() - began
    return {"megabytes": size / 1e6, "articles": count, **seconds}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
