"""A database of many claims, made up: the same for the same number, so that figures can be compared.

    python tests/benchmarks/many_claims.py --claims 1000000 many.db

Articles of eight claims by some thousand invented sources, of a hundred outlets over ten years, go in
through `Store.add` as any others do.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from claimtrack.models import QUOTES, STANCES, Article, Claim, Extraction, Relay, Source, Span
from claimtrack.store import Store

_CLAIMS_AN_ARTICLE = 8
_LETTERS = "ابتجحدرزسشصضطعفقكلمنهوي"
_CUES = (
    ("قال", "قال"),
    ("وأضافت", "أضاف"),
    ("وأكد", "أكد"),
    ("كشفت", "كشف"),
    ("وزعم", "زعم"),
    ("ونفى", "نفى"),
)
_WEIGHTS = (30, 10, 8, 3, 2, 4, 3, 4, 1, 1, 3, 1, 1)  # of the stances
_COMMON = (
    "الميناء السفينة الأسلحة الوزارة الأسعار السكر الجسر المدينة القرية المياه الطريق المستشفى المدرسة العمال "
    "الأرصفة الربيع الشتاء الصيف الموسم المحصول القمح الزيتون الوقود الكهرباء الحدود الاتفاق المفاوضات الهدنة"
).split()


def articles(claims: int) -> Iterator[tuple[Article, Extraction]]:
    """So many claims in their articles."""
    chance = random.Random(claims)
    words = _words(chance, 20_000)
    named = [_source(chance, words) for _ in range(20_000)]
    outlets = [f"صحيفة {chance.choice(words)} {number}" for number in range(100)]
    agencies = [Source(f"وكالة {chance.choice(words)}", "outlet") for _ in range(30)]
    for number in range(-(-claims // _CLAIMS_AN_ARTICLE)):
        wanted = min(_CLAIMS_AN_ARTICLE, claims - number * _CLAIMS_AN_ARTICLE)
        yield _article(chance, number, wanted, words, named, outlets, agencies)


def _article(
    chance: random.Random,
    number: int,
    claims: int,
    words: list[str],
    named: list[Source],
    outlets: list[str],
    agencies: list[Source],
) -> tuple[Article, Extraction]:
    parts: list[str] = [f"مقال رقم {number}\n\n"]
    length, found = len(parts[0]), []
    for _ in range(claims):
        source = _who(chance, named, words)
        cue, lemma = chance.choice(_CUES)
        content = " ".join(_some(chance, words, 18))
        begin = length
        mention = begin + len(cue) + 1
        start = mention + len(source.name) + 4
        end = start + len(content)
        sentence = f"{cue} {source.name} أن {content}. "
        parts.append(sentence + " ".join(_some(chance, words, 12)) + ".\n")
        length += len(parts[-1])
        identity = hashlib.sha256(f"{number} {begin}".encode()).hexdigest()[:16]
        inside = chance.random() < 0.04 and found
        found.append(
            Claim(
                id=identity,
                content=(Span(start, end),),
                cue=Span(begin, begin + len(cue)),
                mention=Span(mention, mention + len(source.name)),
                source=source if chance.random() < 0.97 else None,
                via=(Relay(chance.choice(agencies)),) if chance.random() < 0.15 else (),
                quote=chance.choices(QUOTES, (2, 2, 6))[0],
                stance=chance.choices(STANCES, _WEIGHTS)[0],
                cue_lemma=lemma,
                negated=chance.random() < 0.02,
                parent=found[-1].id if inside else None,
                rule="verb",
                entry=lemma,
                sentence=Span(begin, end + 1),
            )
        )
    published = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
    article = Article(
        text="".join(parts),
        path=f"many/{number}.txt",
        title=f"مقال رقم {number}",
        outlet=outlets[min(int(chance.expovariate(1 / 25)), 99)],
        published=published.isoformat(),
    )
    return article, Extraction(tuple(found), "1", "1")


def _who(chance: random.Random, named: list[Source], words: list[str]) -> Source:
    if chance.random() < 0.15:
        return Source(f"مصادر {chance.choice(words[:50])}", "anonymous", ("المصادر",))
    return named[min(int(chance.paretovariate(0.5)) - 1, len(named) - 1)]  # a few speak often


def _source(chance: random.Random, words: list[str]) -> Source:
    kind = chance.choice(("person", "person", "institution", "outlet"))
    name = " ".join(chance.choices(words, k=3))
    return Source(name, kind, (name.split()[-1],))


def _words(chance: random.Random, count: int) -> list[str]:
    return [*_COMMON, *("".join(chance.choices(_LETTERS, k=chance.randint(3, 6))) for _ in range(count))]


def _some(chance: random.Random, words: list[str], count: int) -> list[str]:
    """Words as a text has them: some often, most seldom."""
    return [words[min(int(chance.paretovariate(0.4)) - 1, len(words) - 1)] for _ in range(count)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=1_000_000)
    options.add_argument("path", type=Path)
    given = options.parse_args()
    with Store(given.path) as store:
        for number, (article, extraction) in enumerate(articles(given.claims), start=1):
            store.add(article, extraction)
            if number % 5000 == 0:
                print(f"{number * _CLAIMS_AN_ARTICLE} claims", file=sys.stderr)
        store.index()
        store.compare()


if __name__ == "__main__":
    main()
