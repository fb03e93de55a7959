"""Any answers: no crash, every place right, the same bytes twice, nothing of the rules lost."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet import extraction
from factsheet.extraction import Replay
from factsheet.extraction.assisting.provided import MANY, RELATIONS, SLOTS
from factsheet.model import Json, Object
from tests.extraction.test_extraction_properties import WORDS

PUBLISHED = date(2012, 5, 3)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*WORDS, "the Harvan Front", "Oran Belk", "17", "the Night Accord"]), max_size=40).map(
        " ".join
    ),
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def answered(draw: st.DrawFn) -> tuple[str, list[object]]:
    """Return a text, and answers that mostly quote it."""
    text = draw(TEXTS)
    words = [each for each in text.split(" ") if each]

    def quote() -> object:
        if not words or draw(st.integers(0, 9)) == 0:
            return draw(JUNK)
        first = draw(st.integers(0, len(words) - 1))
        return " ".join(words[first : first + draw(st.integers(1, 6))])

    answers: list[object] = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(sorted(SLOTS)))
        slots = {
            name: [quote() for _ in range(draw(st.integers(0, 2)))] if name in MANY else quote()
            for name in sorted(SLOTS[kind])
            if draw(st.booleans())
        }
        type_ = draw(st.sampled_from(sorted(RELATIONS)))
        answers.append({"kind": kind, "quote": quote(), "slots": slots, "type": type_})
    return text, answers + draw(st.lists(JUNK, max_size=2))


@settings(max_examples=150, deadline=None)
@given(answered())
def test_any_answers_give_a_draft_whose_evidence_stands_where_it_says(case: tuple[str, list[object]]) -> None:
    text, answers = case
    source: Object = {"path": "x", "published": "2012-05-03"}
    plain = extraction.find(text, PUBLISHED)
    merged = extraction.merge(extraction.find(text, PUBLISHED), Replay(answers))
    made = extraction.draft(merged, source=source)
    assert extraction.verify_draft(made) == ()
    for warning in made.warnings:
        start, end = warning.get("start"), warning.get("end")
        if isinstance(start, int) and isinstance(end, int):
            assert text[start:end] == warning["quote"]
        elif str(warning["code"]).startswith("model-"):
            assert str(warning["at"]) == "" or str(warning["at"]).startswith("/")
    for item in made.items:
        heads = [each for each in item.evidence if each.rule.startswith("model:")]
        assert not heads or (item.confidence != "high" and "named by a model" in item.why)
    data = extraction.write_draft(made)
    assert extraction.write_draft(extraction.read_draft(data)) == data
    again = extraction.merge(extraction.find(text, PUBLISHED), Replay(answers))
    assert extraction.write_draft(extraction.draft(again, source=source)) == data
    kept = extraction.annotate(merged)
    for name, value in extraction.annotate(plain).items():
        assert _names(value) <= _names(kept[name]), name


def _names(value: Json) -> set[str]:
    """Return what each finding is known by: its name or its place."""
    assert isinstance(value, list)
    return {str(each.get("name") or each.get("span") or each) for each in value if isinstance(each, dict)}


def test_huge_answers_to_a_long_text_end_soon() -> None:
    text = "The Harvan Front lost the hills and the river to the men of the north. " * 1_500
    findings = extraction.find(text, PUBLISHED)
    answers: list[object] = [
        {"kind": "claim", "quote": "the hills and the river to some men of the north " + "w" * number}
        for number in range(900)
    ]
    answers += [{"kind": "group", "quote": f"THE hills {number % 7} and" * 40} for number in range(900)]
    answers += [{"kind": "group", "quote": "the"}, {"kind": "group", "quote": "x" * 10_000_000}]
    began = time.process_time()
    merged = extraction.merge(findings, Replay(answers))
    assert len(merged.notices) == 501
    assert time.process_time() - began < 10
