"""The small words of the constructions, folded: what opens a content, ends a source, begins a clause."""

from __future__ import annotations

from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold
from claimtrack.text.tokens import BREAK

BARE = words("bare_complementizers")

FULL = words("full_complementizers")

STOPS = words("source_stops") | BARE | (FULL - {fold("أنا")})

RELATIVES = words("relatives")

OCCASIONS = words("occasions")

CLAUSE_OPENERS = words("clause_openers")

OPENERS = words("openers")

COPULAS = words("copulas")

NEGATIONS = words("negations")

PRONOUNS = words("pronouns")

PARTICLE_PRONOUNS = words("particle_pronouns")

ASPECT = words("aspect")

DATIVES = words("datives")

NO_HEADS = words("no_heads")

QUANTITIES = words("quantities")

PARTITIVES = words("partitives")

SOME = words("some")

CARRIED_BY = words("carried_by")

DEDICATED = words("dedicated_titles")

OCCASION_OPENERS = frozenset(fold("في خلال ضمن أمام أثناء").split())
SPEECH_OCCASIONS = words("speech_occasions")

PEOPLE_FROM = words("people_from")

TAKES = {
    "من": PEOPLE_FROM,
    "علي": words("takes_on"),
    "عن": words("takes_about"),
    "الي": words("takes_to"),
    "لدي": words("takes_to"),
    "مع": words("takes_with"),
    "بين": words("takes_between"),
}

MARKS = frozenset("،؛:().-…؟!" + BREAK)

GOING_ON = frozenset("و" + key for key in BARE | FULL if not key.startswith("و"))  # وأن, وأنه, وبأن

ESPECIALLY = frozenset(fold("لاسيما سيما خاصة وخاصة خصوصا وخصوصا").split())

OWN_TURNS = words("own_turns")

CARRY_ON = words("carry_on")

NEW_CLAUSES = words("new_clauses")

ACCORDING = words("according")
ACCORDING_OWN = words("according_own")

MEASURES = words("measures")

BUT = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "ولكنه", "ولكنها"))

STORY = words("story")

LEADING = words("leading")

UNFOLDED = {"الي": "إلى", "عن": "عن", "علي": "على", "من": "من"}

NO_CONTENT_AFTER = words("no_content_after")

OWN_VOICE = words("own_voice")

TAKERS = words("clause_takers")

PLACE_NOUNS = words("place_nouns")
ADVERBS = words("adverbs")
CORRESPONDENTS = words("correspondents")
REPORTERS = words("reporters")
OWN_PAGES = words("own_pages")
MISSPELT_NEWSPAPER = words("misspelt_newspaper")
NETWORKS = words("networks")
ABSTRACT = words("abstract_topics")

WORKS = words("works")

SPEECH_OPENERS = words("speech_openers")

CLAUSES = words("bare_speech")

ASSERTIONS = words("bare_assertions")

REFUSING = words("refusing")

SHORT_NOUNS = words("short_nouns")

NO_PRESENTS = words("no_presents")

CONDITIONS = words("conditions")

DISCLOSING = words("disclosing")

ASKING = frozenset(("تساءل", "سأل", "استفسر"))

QUESTIONS = words("questions")

TELLING = frozenset(("قال", "أضاف", "تابع", "أردف", "استطرد", "زاد", "أجاب"))

SAY = frozenset(("قال",))

INTRODUCING = frozenset(("ان", "بان"))  # وأن goes on with a content and opens none

NEEDS = frozenset(fold("ضرورة أهمية وجوب إمكانية استحالة خطورة أحقية جدوى حاجة صعوبة أفضلية عدم").split())

NEUTRAL = frozenset(("neutral", "emphatic", "reveal", "opinion", "predict"))

RENEWING = frozenset(("جدد", "كرر", "وجه", "واصل"))

RELAYING = frozenset(("نقل", "تناقل", "نسب"))

CITING = frozenset((("نقلا", "عن"), ("استنادا", "الي")))

POINTING_BACK = frozenset(fold("هذا وهذا هو وهو هي وهي ذلك وذلك").split())

IDENTITY = frozenset(fold("اسمه اسمها اسميهما أسماءهم هويته هويتها هوياتهم هويتهما").split())

NAMING = frozenset(("اعتبر", "عد"))

BLAMING = "حمل"
BLAME = frozenset(fold("مسؤولية المسؤولية مسئولية المسئولية تبعة تبعات").split())

TRACING = frozenset(("عزا", "أرجع"))  # what they trace back is their object, to what follows إلى

PERIODS = words("periods")

WHICH = words("which_period")

STRONG_OPENERS = words("strong_openers")

FIRST_PERSON = words("first_person")

PUBLISHED_BY = words("published_by")

MADE_BY = words("made_by")

HONORIFICS = words("honorific_pronouns")

SON_OF = words("son_of")

COUNTING = frozenset(("اعتبر", "ادعى", "طلب"))  # in the present rather "counts as", "is called", "requires"

REQUESTING = frozenset(("طلب", "رأى"))

ADDRESSEES = words("addressees")

POINTING = frozenset(fold("هذا هذه ذلك تلك هذين ما أي أية").split())

EVENTS = frozenset(fold("مما ما بما").split())

OFTEN = frozenset(fold("عادة وعادة غالبا وغالبا كثيرا وكثيرا دائما نادرا").split())
DENIED = words("denied")
RULERS = frozenset(fold("السلطات الحكومة المعارضة القيادة").split())
ESTIMATING = fold("قدر")
ESTIMATED = frozenset(fold("عدد حجم قيمة كلفة تكلفة نسبة خسائر أضرار ثمن سعر مساحة").split())
IN_IT = frozenset(fold("فيه فيها فيهما خلاله خلالها").split())
ACCUSING = fold("اتهم")
TELLING_MORE = words("telling_more")
UTTERANCES = words("utterance") | words("utterance_own")
ONE_OF = frozenset(fold("أحد إحدى").split())
COUNTS = ONE_OF | frozenset(
    fold(
        "بعض عدد عددا عدة ثلث ربع نصف بضعة عديد العديد كثير الكثير كثيرون معظم أغلب غالبية أغلبية جميع كافة مختلف سائر كبار عشرات مئات آلاف"
    ).split()
)

BEFORE_VERBS = (
    words("aspect")
    | words("negations")
    | words("relatives")
    | words("copulas")
    | words("clause_openers")
    | words("pronouns")
    | words("openers")
    | words("carry_on")
)
