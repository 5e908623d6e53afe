"""Which language an article is in: Arabic, or another that is written with Arabic or other letters.

Decided by letters that Arabic does not have and by the commonest short words of each language; enough
to keep Persian, Urdu, Kurdish and English out, and no more.
"""

from __future__ import annotations

import re

from claimtrack.text.folding import fold_words

SAMPLE = 3000  # characters; what follows is in the same language
FEW_WORDS = 4  # too few to tell languages of one script apart
SURE = 4  # different Arabic words that settle it
ARABIC = "Arabic"
OTHER = "another language"

# the commonest words that the others do not share, as they are written
WORDS = {
    ARABIC: "في من على إلى أن إن عن التي الذي هذا هذه ذلك كان قال مع بعد قبل بين لم لا ما أو ثم قد كما خلال غير حيث وقال وفي ومن على",
    "Persian": "است که را این آن با برای از به در شد شده می خود های یک تا هم بود کرد کرده نیز باید اما شود دارد گفت ایران وی",
    "Urdu": "ہے کے کی کا میں اور نے سے کو پر ہیں یہ کہ تھا گیا نہیں ایک بھی کر ہو اس ان لئے",
    "Kurdish": "لە بە بۆ کە و ئەو ئەم هەروەها بوو کرد لەگەڵ دەکات سەر پێ نێوان ناو هەرێمی کوردستان",
    "Pashto": "د په چې او کې له سره دا دي ته شوي هم نه يې ده",
}
# letters that only one of them has
LETTERS = {
    "Persian": "پچژگ",
    "Urdu": "ٹڈڑںےہھ",
    "Kurdish": "ڕڵێۆەڤ",
    "Pashto": "ښږټډځڅۍې",
    "Sindhi": "ڪڇڄڃٺٽڀٿڦڳڱڻ۽۾",
    "Uyghur": "ۇۈەڭې",
}
WEIGHT = 0.5  # of such a letter against a word

ARABIC_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]")
LETTER = re.compile(r"[^\W\d_]")
OWN_LETTER = re.compile("[" + "".join(LETTERS.values()) + "]")
_ARABIC_WORDS = frozenset(WORDS[ARABIC].split())


def language(text: str) -> str:
    """The language of a text, by name where it is known; empty for a text without letters."""
    sample = text[:SAMPLE]
    if len(_ARABIC_WORDS.intersection(sample.split())) >= SURE and len(
        OWN_LETTER.findall(sample)
    ) * 100 < len(sample):
        return ARABIC
    letters = len(LETTER.findall(sample))
    if not letters:
        return ""
    return _of_arabic_script(sample) if len(ARABIC_SCRIPT.findall(sample)) * 2 >= letters else OTHER


def _of_arabic_script(sample: str) -> str:
    words = fold_words(sample)
    scores = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    for name, own in LETTERS.items():
        scores[name] = scores.get(name, 0) + int(WEIGHT * sum(char in own for char in sample))
    best = max(scores, key=lambda name: (scores[name], name == ARABIC))
    doubtful = len(words) < FEW_WORDS or scores[best] < 2
    return ARABIC if doubtful else best


_COMMON = {name: frozenset(fold_words(words)) for name, words in WORDS.items()}
