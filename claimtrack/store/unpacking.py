"""An archived claim → a `Claim`, with every value looked at first. Raises ValueError, KeyError or TypeError."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimtrack.models import (
    COUNTS,
    KINDS,
    QUOTES,
    SECTORS,
    STANCES,
    Anonymity,
    Claim,
    Office,
    Relay,
    Source,
    Span,
    When,
)

_DATE = re.compile(r"(?:\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d))?)?")
_LARGEST = 2**63 - 1  # what SQLite can count to


def claim_of(record: Mapping[str, Any], text: str) -> Claim:
    """The claim of a record; its spans are those of `text`."""
    spans, length = record["spans"], len(text)
    mention, cue = (_span_or_none(spans[role], length) for role in ("source", "cue"))
    return Claim(
        id=_filled(record, "claim_id"),
        content=tuple(span_of(span, length) for span in spans["content"]),
        cue=cue,
        mention=mention,
        source=_source(record),
        via=tuple(_relay(hop, length) for hop in record["chain"]),
        quote=_one_of(record, "quote", QUOTES),
        stance=_one_of(record, "stance", STANCES),
        cue_lemma=text_of(record, "cue_lemma"),
        negated=record["negated"] is True,
        parent=text_of(record, "parent_id") or None,
        rule=text_of(record, "rule"),
        entry=text_of(record, "entry"),
        sentence=span_of(spans["sentence"], length),
        reason=text_of(record, "reason"),
        anonymity=_anonymity(record, length),
        office=_office(record),
        when=_when(record, length),
    )


def text_of(record: Mapping[str, Any], key: str) -> str:
    """A value that is text, and text that can be stored."""
    value = record[key]
    if not isinstance(value, str):
        raise ValueError(f"{key} is not text")
    value.encode()  # half of a surrogate pair is no character
    return value


def number_of(record: Mapping[str, Any], key: str) -> int:
    """A value that is a whole number from 1."""
    value = record[key]
    if type(value) is not int or not 0 < value <= _LARGEST:
        raise ValueError(f"{key} is not a whole number from 1")
    return value


def span_of(value: Any, length: int) -> Span:
    """A pair of offsets that lies in a text of this length."""
    start, end = value
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
        raise ValueError(f"[{start}, {end}] is no span of its article's {length} characters")
    return Span(start, end)


def _span_or_none(value: Any, length: int) -> Span | None:
    return None if value is None else span_of(value, length)


def _source(record: Mapping[str, Any]) -> Source | None:
    if not record["source_kind"]:
        return None
    kind = _one_of(record, "source_kind", KINDS)
    return Source(_filled(record, "source"), kind, _names(record["names"]))


def _anonymity(record: Mapping[str, Any], length: int) -> Anonymity | None:
    """What is told of an unnamed source; files of older versions tell nothing."""
    if record["source_kind"] != "anonymous" or "anon_sector" not in record:
        return None
    return Anonymity(
        sector=_one_of(record, "anon_sector", ("", *SECTORS)),
        count=_one_of(record, "anon_count", ("", *COUNTS)),
        of=text_of(record, "anon_of"),
        reason=_span_or_none(record["spans"].get("anon_reason"), length),
    )


def _office(record: Mapping[str, Any]) -> Office | None:
    names = ("source_title", "source_role", "source_affiliation")
    told = [text_of(record, name) if name in record else "" for name in names]
    return Office(*told) if any(told) else None


def _when(record: Mapping[str, Any], length: int) -> When | None:
    """When the source said it; files of older versions do not tell."""
    span = _span_or_none(record["spans"].get("when"), length)
    return When(span, _date(text_of(record, "said_on"))) if span else None


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise ValueError(f"said_on {value!r} is no date like 2017-03-14, 2017-03, 2017-W11 or 2017")
    return value


def _relay(hop: Mapping[str, Any], length: int) -> Relay:
    source = Source(_filled(hop, "name"), _one_of(hop, "kind", KINDS), _names(hop["names"]))
    return Relay(source, None if hop["start"] is None else span_of((hop["start"], hop["end"]), length))


def _names(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(text_of({"a name": value}, "a name") for value in values)


def _filled(record: Mapping[str, Any], key: str) -> str:
    value = text_of(record, key)
    if not value:
        raise ValueError(f"{key} is empty")
    return value


def _one_of(record: Mapping[str, Any], key: str, allowed: Sequence[str]) -> str:
    value = text_of(record, key)
    if value not in allowed:
        raise ValueError(f"no {key} {value!r}; it is one of: {', '.join(allowed)}")
    return value
