"""What people have decided about sources, and what follows from it.

A decision names sources by identities, which mean the same in every database, so a journal can be passed
on. What holds is found by going through all decisions in the order of their time, without those undone:
nothing else is remembered, and two databases with the same decisions agree.

Decisions move atoms: all identities of one link key together, or a single identity that a split has taken
out of its key. A group is a list of atoms; its first one gives it name and kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimtrack.linking.keys import link_key
from claimtrack.linking.observed import is_contextual, of_all_articles
from claimtrack.text.folding import fold_words

ACTS = ("merge", "split", "rename", "alias", "kind", "undo")
_KEY = "~"  # before a link key, to tell it from an identity


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: an act on `source`, an identity.

    `other` is the identity that is merged into it or split from it, the new name, alias or kind, or the
    id of the decision undone.
    """

    id: str
    made_at: str
    act: str
    source: str
    other: str
    note: str = ""


@dataclass(slots=True)
class Settlement:
    """What the decisions come to. Atoms nobody has decided about stand alone and are not listed."""

    loose: set[str] = field(default_factory=set)  # identities that are atoms of their own
    carved: set[str] = field(default_factory=set)  # names that mean somebody else in one article
    groups: dict[str, list[str]] = field(default_factory=dict)  # atom → the group it is in
    names: dict[str, str] = field(default_factory=dict)  # first atom → decided name
    kinds: dict[str, str] = field(default_factory=dict)  # first atom → decided kind
    aliases: dict[str, list[str]] = field(default_factory=dict)  # atom → names given to it
    apart: set[frozenset[str]] = field(default_factory=set)  # pairs of atoms said to be different

    def atom(self, identity: str, key: str = "") -> str:
        """The atom an identity is in; `key` is its link key where that is known."""
        return identity if identity in self.loose else _KEY + (key or link_key(identity))

    def group(self, atom: str) -> list[str]:
        """The atoms that are one source with this one, the leading one first."""
        return self.groups.get(atom) or [atom]

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether somebody has said that two atoms' groups are different sources."""
        return any(frozenset((a, b)) in self.apart for a in self.group(one) for b in self.group(other))

    def given_names(self, group: Sequence[str]) -> list[str]:
        """The names that decisions give to a group."""
        named = [self.names[group[0]]] if group[0] in self.names else []
        return list(dict.fromkeys([*named, *(name for atom in group for name in self.aliases.get(atom, ()))]))


def settle(decisions: Iterable[Decision]) -> Settlement:
    """What a journal comes to, in whatever order it is given."""
    settlement = Settlement()
    for decision in standing(decisions):
        _ACTS[decision.act](settlement, decision.source, decision.other)
    return settlement


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, in the order of their time."""
    made = sorted(decisions, key=lambda decision: (decision.made_at, decision.id))
    undone = {decision.other for decision in made if decision.act == "undo"}
    return [decision for decision in made if decision.act != "undo" and decision.id not in undone]


def differing(one: Settlement, other: Settlement) -> set[str]:
    """The atoms that two settlements do not agree about."""
    atoms = {*one.groups, *other.groups, *one.names, *other.names, *one.kinds, *other.kinds}
    atoms |= {*one.aliases, *other.aliases}
    changed = {atom for atom in atoms if _standing_of(one, atom) != _standing_of(other, atom)}
    return changed | {
        atom for identity in one.loose ^ other.loose for atom in (identity, _KEY + link_key(identity))
    }


def _standing_of(settlement: Settlement, atom: str) -> tuple[object, ...]:
    group = settlement.group(atom)
    return (
        group,
        settlement.kinds.get(group[0]),
        settlement.given_names(group),
        settlement.names.get(group[0]),
    )


def keys_and_loose(atoms: Iterable[str]) -> tuple[list[str], list[str]]:
    """Atoms as the link keys and the single identities they stand for."""
    keys: list[str] = []
    loose: list[str] = []
    for atom in atoms:
        (keys if atom.startswith(_KEY) else loose).append(atom.removeprefix(_KEY))
    return keys, loose


def _merge(settlement: Settlement, source: str, other: str) -> None:
    """`other` and all that is one with it become one with `source`."""
    into, joining = (list(settlement.group(settlement.atom(identity))) for identity in (source, other))
    if into == joining:
        return
    together = into + joining
    settlement.groups.update(dict.fromkeys(together, together))


def _split(settlement: Settlement, source: str, other: str) -> None:
    """`other` is not `source`: it leaves their group, with the identities of its key unless they share it.

    Where `other` is the name of `source` in one article, it is somebody else there.
    """
    left, right = settlement.atom(source), settlement.atom(other)
    if source == other:
        return
    if of_all_articles(other) == source:
        settlement.carved.add(other)
    if left == right:
        settlement.loose.add(other)
        right = other
    elif right in settlement.group(left):
        group = settlement.group(left)
        group.remove(right)
        settlement.groups[right] = [right]
    settlement.apart.add(frozenset((left, right)))


def _rename(settlement: Settlement, source: str, other: str) -> None:
    settlement.names[settlement.group(settlement.atom(source))[0]] = other


def _kind(settlement: Settlement, source: str, other: str) -> None:
    settlement.kinds[settlement.group(settlement.atom(source))[0]] = other


def _alias(settlement: Settlement, source: str, other: str) -> None:
    """A name for the source: who is called so, now or later, is one with it."""
    atom = settlement.atom(source)
    first = settlement.group(atom)[0]
    settlement.aliases.setdefault(first, []).append(other)
    kind = settlement.kinds.get(first) or source.partition(":")[0]
    words = fold_words(other)
    if not is_contextual(kind, words):  # الحكومة is a name to find it by, but proves nothing elsewhere
        _merge(settlement, source, f"{kind}:{' '.join(words)}")


_ACTS = {"merge": _merge, "split": _split, "rename": _rename, "kind": _kind, "alias": _alias}
