"""Which names of different articles mean the same source by themselves, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.linking.decisions import Decision, settle, standing
from claimtrack.linking.keys import link_key
from claimtrack.linking.observed import identity, observed
from claimtrack.linking.suggestions import Named, suggestions
from claimtrack.linking.tables import plain
from claimtrack.text.folding import fold_words

HERE, ELSEWHERE = "1" * 64, "2" * 64


def key(kind: str, name: str, *, digest: str = HERE) -> str:
    return link_key(identity(kind, name, digest=digest))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        # article, alef, ya, ta marbuta, marks, quotation marks
        ("person", ["سليم الحداد", "سليم حدّاد", "سليم الحـداد"]),
        ("person", ["فادي الأحمدي", "فادى الاحمدي"]),
        ("person", ["عبد الله القاسم", "عبدالله القاسم", "عبدالله قاسم"]),
        ("person", ["الدكتور سليم الحداد", "سليم الحداد", "الرئيس سليم الحداد"]),
        (
            "outlet",
            ["صحيفة «الميناء»", "جريدة الميناء", "الميناء", "يومية “الميناء”", "صحيفة الميناء اليومية"],
        ),
        ("outlet", ["قناة المرفأ الفضائية", "فضائية المرفأ", "تلفزيون المرفأ"]),
        # foreign names in several spellings
        ("person", ["أنطونيو غوتيريش", "أنطونيو جوتيريس", "انتونيو غوتيريس"]),
        ("person", ["دونالد ترامب", "دونالد ترمب"]),
        ("person", ["سيرغي لافروف", "سيرجي لافروف"]),
        ("person", ["جان إيف لودريان", "جان ايف لو دريان"]),
        # namings the gazetteer knows
        ("outlet", ["رويترز", "وكالة رويترز", "وكالة رويترز للأنباء"]),
        ("outlet", ["نيويورك تايمز", "صحيفة نيويورك تايمز الأميركية"]),
        ("outlet", ["وكالة فرانس برس", "وكالة الصحافة الفرنسية", "أ ف ب"]),
        ("outlet", ["الوطن السورية", "صحيفة الوطن السورية"]),
        ("institution", ["حماس", "حركة حماس"]),
        ("institution", ["الولايات المتحدة", "الولايات المتحدة الأميركية", "أميركا"]),
        # spelling of nationalities, a ministry without its noun
        ("institution", ["وزارة الدفاع الأميركية", "وزارة الدفاع الأمريكية"]),
        ("institution", ["وزارة الخارجية الروسية", "الخارجية الروسية"]),
    ],
)
def test_safe_matches_join(kind: str, names: list[str]) -> None:
    assert {key(kind, name, digest=str(n) * 64) for n, name in enumerate(names)} == {key(kind, names[0])}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "سليم الحداد", "سالم الحداد"),
        ("person", "حسن العلي", "حسين العلي"),
        ("person", "جون ميلر", "جين ميلر"),
        ("person", "سليم الحداد", "سليم النجار"),
        ("person", "الحداد", "سليم الحداد"),
        ("outlet", "صحيفة المرفأ", "قناة المرفأ"),
        ("outlet", "صحيفة المرفأ التونسية", "صحيفة المرفأ المغربية"),
        # several countries have one of that name
        ("outlet", "صحيفة الوطن", "صحيفة الوطن السعودية"),
        ("outlet", "الوطن المصرية", "الوطن السورية"),
        ("institution", "وزارة الدفاع الروسية", "وزارة الدفاع الأميركية"),
        ("institution", "واشنطن", "الولايات المتحدة"),
    ],
)
def test_doubtful_matches_do_not(kind: str, one: str, other: str) -> None:
    assert key(kind, one) != key(kind, other)


def test_a_name_of_two_kinds_is_two_sources() -> None:
    assert key("outlet", "الميناء") != key("institution", "الميناء")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("anonymous", "مصادر أمنية مطلعة"),
        ("document", "تقرير حديث"),
        ("person", "محمد"),
        ("person", "أبو سالم"),
        ("person", "وزير الخارجية"),
        ("person", "الرئيس"),
        ("institution", "الحكومة"),
        ("institution", "البنك المركزي"),
        ("outlet", "الصحيفة"),
        ("outlet", "وسائل إعلام محلية"),
        ("outlet", "صحيفة تركية"),
    ],
)
def test_some_names_mean_somebody_else_in_every_article(kind: str, name: str) -> None:
    assert key(kind, name) == key(kind, name)
    assert key(kind, name) != key(kind, name, digest=ELSEWHERE)


@pytest.mark.parametrize(
    ("kind", "name"), [("person", "الرئيس التونسي"), ("institution", "الحكومة السورية"), ("person", "ترامب")]
)
def test_what_says_enough_means_the_same_everywhere(kind: str, name: str) -> None:
    assert key(kind, name) == key(kind, name, digest=ELSEWHERE)


@given(st.sampled_from(["person", "institution", "outlet", "anonymous", "document"]), st.text(min_size=1))
def test_any_name_has_an_identity_and_a_key(kind: str, name: str) -> None:
    made = identity(kind, name, digest=HERE)
    assert observed(made).kind == kind
    assert link_key(made) == link_key(made)
    assert link_key(made).startswith(f"{kind}:")


PEOPLE = [f"person:سليم {surname}" for surname in ("حداد", "نجار", "خياط", "بناء")]


def decided(*acts: tuple[str, str, str]) -> list[Decision]:
    return [Decision(f"{n:03}", f"2021-03-14T10:00:{n:02}", *act) for n, act in enumerate(acts)]


def together(decisions: list[Decision], identities: list[str]) -> set[frozenset[str]]:
    """Which of these identities are one source."""
    settlement = settle(decisions)
    groups: dict[str, set[str]] = {}
    for each in identities:
        groups.setdefault(settlement.group(settlement.atom(each))[0], set()).add(each)
    return {frozenset(group) for group in groups.values()}


def test_merged_sources_are_one_whichever_name_was_given() -> None:
    a, b, c, d = PEOPLE
    made = decided(("merge", a, b), ("merge", c, d), ("merge", d, b))
    assert together(made, PEOPLE) == {frozenset(PEOPLE)}
    settlement = settle(made)
    assert settlement.group(settlement.atom(a))[0] == settlement.atom(c)


def test_a_split_takes_one_out_and_leaves_the_others() -> None:
    a, b, c, _ = PEOPLE
    made = decided(("merge", a, b), ("merge", a, c), ("split", a, b))
    assert together(made, [a, b, c]) == {frozenset((a, c)), frozenset((b,))}
    settlement = settle(made)
    assert settlement.kept_apart(settlement.atom(c), settlement.atom(b))


def test_a_split_takes_a_spelling_out_of_its_key() -> None:
    one, other = "person:سليم حداد", "person:سليم الحداد"
    assert link_key(one) == link_key(other)
    assert together(decided(("split", one, other)), [one, other]) == {frozenset((one,)), frozenset((other,))}


def test_what_is_undone_has_never_been() -> None:
    a, b, c, _ = PEOPLE
    merged, other, undo = decided(("merge", a, b), ("merge", b, c), ("undo", "", "000"))
    assert standing([undo, other, merged]) == [other]
    assert together([merged, other, undo], [a, b, c]) == {frozenset((a,)), frozenset((b, c))}


def test_a_name_goes_with_the_source_it_was_given_to() -> None:
    a, b, *_ = PEOPLE
    made = decided(("rename", b, "سليم النجّار"), ("merge", a, b), ("alias", a, "أبو الياس"), ("split", a, b))
    settlement = settle(made)
    assert settlement.given_names(settlement.group(settlement.atom(a))) == ["أبو الياس"]
    assert settlement.given_names(settlement.group(settlement.atom(b))) == ["سليم النجّار"]


def test_an_alias_joins_who_is_called_so_unless_the_word_means_anybody() -> None:
    a, b, *_ = PEOPLE
    assert together(decided(("alias", a, "سليم النجار")), [a, "person:سليم النجار"]) == {
        frozenset((a, "person:سليم النجار"))
    }
    state, other = "institution:الحكومه السوريه", "institution:الحكومه اليمنيه"
    made = decided(("alias", state, "الحكومة"), ("alias", other, "الحكومة"))
    assert together(made, [state, other]) == {frozenset((state,)), frozenset((other,))}
    assert b


@given(st.permutations(decided(("merge", *PEOPLE[:2]), ("merge", *PEOPLE[2:]), ("split", *PEOPLE[:2]))))
def test_the_order_a_journal_is_given_in_does_not_matter(decisions: list[Decision]) -> None:
    assert together(decisions, PEOPLE) == {
        frozenset(PEOPLE[2:]),
        frozenset(PEOPLE[:1]),
        frozenset(PEOPLE[1:2]),
    }


def proposed(*names: tuple[str, str], also: dict[str, list[str]] | None = None) -> list[tuple[str, str, str]]:
    """The pairs of names that are proposed, each with its reason."""
    told = also or {}
    known = [
        Named(
            number,
            identity(kind, name, digest=HERE),
            frozenset(plain(fold_words(other)) for other in told.get(name, ())),
        )
        for number, (kind, name) in enumerate(names)
    ]
    found = suggestions(known, apart=lambda one, other: False)
    return [(names[pair.one][1], names[pair.other][1], pair.reason) for pair in found]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("person", "سليم الحداد"), ("person", "الحداد"), "a last name"),
        (("person", "غوتيريش"), ("person", "جوتيريس"), "the names sound alike"),
        (("person", "سليم جورج الحداد"), ("person", "سليم الحداد"), "first and last name are the same"),
        (
            ("person", "نادر الخياط"),
            ("person", "نادر الخياط الساحلي"),
            "one name goes on where the other ends",
        ),
        (("outlet", "صحيفة المرفأ"), ("outlet", "قناة المرفأ"), "the same name under another head noun"),
        (
            ("outlet", "صحيفة المرفأ"),
            ("outlet", "صحيفة المرفأ التونسية"),
            "the same name, once with its country",
        ),
        (
            ("outlet", "مؤسسة المرفأ"),
            ("institution", "مؤسسة المرفأ"),
            "the same name, once as outlet, once as institution",
        ),
        (("institution", "جمعية صيادي الخليج الأزرق"), ("institution", "جمعية صيادو الخليج الأزرق"), "alike"),
    ],
)
def test_doubtful_matches_are_proposed_with_their_reason(
    one: tuple[str, str], other: tuple[str, str], reason: str
) -> None:
    ((first, second, why),) = proposed(one, other)
    assert {first, second} == {one[1], other[1]}
    assert reason in why


def test_a_name_that_an_article_uses_for_a_source_is_proposed() -> None:
    names = [("institution", "رابطة صيادي الساحل"), ("institution", "الرابطة الساحلية")]
    assert proposed(*names) == []
    ((*_, why),) = proposed(*names, also={"رابطة صيادي الساحل": ["الرابطة الساحلية"]})
    assert why == "an article calls one by the other's name"


@pytest.mark.parametrize(
    "names",
    [
        # never by words alone
        [("anonymous", "مصادر أمنية مطلعة"), ("anonymous", "مصادر أمنية مطلعة")],
        [("institution", "الحكومة"), ("institution", "الحكومة السورية")],
        # two people
        [("person", "سليم الحداد"), ("person", "سالم الحداد")],
        [("person", "أحمد الحداد"), ("person", "محمد الحداد")],
        # two countries
        [("outlet", "صحيفة المرفأ التونسية"), ("outlet", "صحيفة المرفأ المغربية")],
        [("institution", "وزارة الصحة التونسية"), ("institution", "وزارة الصحة المغربية")],
    ],
)
def test_what_is_not_proposed(names: list[tuple[str, str]]) -> None:
    assert proposed(*names) == []


def test_pairs_that_are_known_to_be_different_are_left_out() -> None:
    known = [Named(1, "person:سليم الحداد"), Named(2, "person:الحداد")]
    assert suggestions(known, apart=lambda one, other: {one, other} == {1, 2}) == []
