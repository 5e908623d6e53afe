"""The columns of a table of claims, in their order, and what each and each of its values means.

This is the one place: the writers take their order from here, `--codebook` and the README their words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its meaning, its values where they are a closed list, and what they are."""

    name: str
    meaning: str
    values: dict[str, str] = field(default_factory=dict)
    type: type = str


_KINDS = {
    "person": "a named individual",
    "institution": "a state, government, army, party, company or organisation; a capital that stands for one",
    "outlet": "press: a newspaper, agency, channel, site",
    "anonymous": "somebody unnamed: sources, an official, witnesses, experts",
    "document": "a report, study or statement whose issuer is not named",
}
_STANCES = {
    "neutral": "says, mentions, adds, according to",
    "emphatic": "affirms, stresses",
    "reveal": "reveals, announces",
    "doubt": "claims, alleges: the reporter keeps a distance",
    "deny": "denies",
    "predict": "expects, thinks likely",
    "warn": "warns, threatens",
    "demand": "demands, calls for, urges",
    "accuse": "accuses",
    "commit": "promises, pledges",
    "opinion": "considers, is of the view",
    "admit": "admits, acknowledges",
    "expressive": "condemns, welcomes, praises, voices concern",
}
_QUOTES = {
    "direct": "all of the content stands in quotation marks",
    "mixed": "part of the content stands in quotation marks",
    "indirect": "no quotation marks: the reporter's wording",
}

COLUMNS = (
    Column("claim_id", "stable name of the claim: the same claim of the same text always has it"),
    Column("article_id", "number of the article in this database", type=int),
    Column("article_title", "title of the article"),
    Column("article_path", "path at which the article was first taken in"),
    Column("outlet", "who published the article, where known"),
    Column("published", "date of the article as YYYY-MM-DD, where known"),
    Column(
        "paragraph",
        "line of the article's text that holds the cue, counted from 1 with empty lines",
        type=int,
    ),
    Column(
        "source",
        "who is responsible for the claim: the fullest naming in the article; the mention itself where "
        "nobody can tell who it is (source_kind is then empty)",
    ),
    Column("source_kind", "kind of the source; empty where it could not be resolved", _KINDS),
    Column(
        "mention", "the words that name the source at that place; empty where the subject is not expressed"
    ),
    Column("via", "media the claim came through, nearest the source first, joined by ' ← '"),
    Column("cue", "the words that attribute; empty for a quotation that goes on with no cue of its own"),
    Column("cue_lemma", "dictionary form of the cue"),
    Column("stance", "how the cue presents the claim", _STANCES),
    Column(
        "negated",
        "whether the attribution itself is negated or refused",
        {"true": "the source did not say so", "false": "the source said so"},
        bool,
    ),
    Column("quote", "how far the content is quoted word for word", _QUOTES),
    Column("claim", "the content: what is attributed; separate fragments are joined by ' … '"),
    Column("sentence", "the sentence the claim was found in"),
    Column(
        "start", "where the content begins, in Unicode code points of the article's text, from 0", type=int
    ),
    Column("end", "where the content ends: the first code point that is no part of it any more", type=int),
    Column("parent_id", "the claim inside whose content this one stands; empty for most"),
    Column("rule", "the construction that found the claim"),
    Column("entry", "the lexicon entry of the cue"),
)
NAMES = tuple(column.name for column in COLUMNS)

_SECTORS = {
    "diplomatic": "diplomats, embassies",
    "security": "police, intelligence",
    "military": "army, officers, fighters",
    "medical": "hospitals, doctors, rescuers",
    "official": "government, state, officials without more",
    "local": "people of the place, residents, tribes",
    "opposition": "opposition, rebels, defectors",
    "informed": "well-informed, close to somebody, without more",
    "judicial": "courts, prosecutors, lawyers",
    "political": "parties, politicians",
    "media": "journalists",
    "parliamentary": "members of a parliament",
    "economic": "banks, traders, companies, oil",
    "international": "of international bodies, foreign, without more",
    "religious": "of a church or a religious body",
    "humanitarian": "relief, charity",
    "academic": "universities, research",
    "union": "trade unions",
    "rights": "human rights",
    "sports": "clubs, sport",
    "witness": "saw it",
    "expert": "analysts, specialists",
    "activist": "activists, demonstrators",
}
# written with --wide and into the tidy tables, behind the others
DETAILS = (
    Column("hops", "how many relays the claim came through", type=int),
    Column("terminal_source", "whom the article has the claim from: the last relay, or the source itself"),
    Column("anon_sector", "where an unnamed source belongs; empty where nothing tells", _SECTORS),
    Column(
        "anon_count",
        "how many unnamed people; empty where nothing tells",
        {"one": "one person", "two": "two", "several": "more than two, or not said how many"},
    ),
    Column("anon_of", "nationality and affiliation of an unnamed source"),
    Column("anon_reason", "the words that refuse or excuse the name of the source"),
    Column("source_title", "title of a person, apart from the name"),
    Column("source_role", "what the article says a person is, apart from the name"),
    Column("source_affiliation", "body and country of that role"),
    Column(
        "said_on",
        "when the source said it, as far as the article tells: YYYY-MM-DD, YYYY-MM, YYYY-Www (a week) or YYYY; "
        "empty where nothing tells, or the words count from a date of the article that is not known",
    ),
    Column("said_when", "the words that tell when; they stand beside the cue, never in the content"),
)
WIDE = (*NAMES, *(column.name for column in DETAILS))
TYPES = {column.name: column.type for column in (*COLUMNS, *DETAILS)}


def codebook() -> Iterator[dict[str, str]]:
    """One row a column, then one row for each of its values."""
    for column in (*COLUMNS, *DETAILS):
        yield {"column": column.name, "value": "", "meaning": column.meaning}
        for value, meaning in column.values.items():
            yield {"column": column.name, "value": value, "meaning": meaning}


def codebook_text() -> str:
    """The codebook as text to read."""
    lines = []
    for row in codebook():
        name = f"  {row['value']}" if row["value"] else row["column"]
        lines.append(f"{name:20}{row['meaning']}\n")
    return "".join(lines)
