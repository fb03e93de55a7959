"""Any text: no crash, every place right, the same bytes twice."""
# ruff: noqa: E501 - sentences are kept whole

import re
import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet import extraction

WORDS = re.split(
    r"\|",
    "The President of Syria said|on Monday|200|at least|people were killed|Army of the|Front (|HTS)|, formerly|signed a|ceasefire with|according to|"
    "“|”|\"|3 May|2012|between|and|million|Colonel|Ignatнuk|told reporters|.\n|\n\n|U.S.|'s|al-Nusra|in ten|last week|U\u2028|\u200b|é|é|-|(|)|,|;|km|$5|99999999999999999999|0000-00-00|31/31/2000|the day before|Feb 30",
)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)), DAYS)
def test_any_text_gives_a_draft_whose_evidence_stands_where_it_says(text: str, published: date) -> None:
    findings = extraction.find(text, published)
    found = extraction.annotate(findings)
    for kind in ("dates", "agreements", "claims"):
        for each in found[kind]:  # type: ignore[union-attr]  # annotations are lists of maps
            assert text[slice(*each["span"])] == each["text"]  # type: ignore[index,call-overload,misc]  # as above
    made = extraction.draft(findings, source={"path": "x", "published": published.isoformat()})
    assert extraction.verify_draft(made) == ()
    data = extraction.write_draft(made)
    assert extraction.write_draft(extraction.draft(extraction.find(text, published), source=made.article)) == data
    assert extraction.write_draft(extraction.read_draft(data)) == data


def test_time_grows_with_the_length_of_the_text() -> None:
    text = (
        "The Harvan Front (HF) said on 3 May 2012 that 200 people died; a deal was signed by Chad and Sudan last week. "
        * 250
    )
    began = time.process_time()
    extraction.find(text, date(2020, 1, 1))
    once = time.process_time() - began
    began = time.process_time()
    extraction.find(text * 4, date(2020, 1, 1))
    assert time.process_time() - began < 12 * once
