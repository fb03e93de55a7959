from datetime import date

import pytest

from factsheet.diagnostics import FactsheetError
from factsheet.encoding import encode
from factsheet.extraction.assisting.alignment import align
from factsheet.extraction.assisting.provided import Candidate, Replay, read_answers, text_key
from factsheet.extraction.reading.article import read_article

TEXT = "The rebels, said a monitor,  lost “forty men” near the old bridge over the river in Iranian hills."


def test_a_quote_is_placed_exactly_levelled_or_nearly_and_else_told() -> None:
    article = read_article(TEXT, date(2024, 11, 29))
    candidates = [
        Candidate("group", "The rebels", {}, number=0),
        Candidate("claim", 'lost "forty men" near', {"claimant": "a monitor", "via": ["nobody"]}, number=1),
        Candidate("claim", "near the big bridge over the river", {}, number=2),
        Candidate("place", "near the big bridge over the river", {}, number=3),
        Candidate("claim", "they lost nothing at all", {}, number=4),
        Candidate("place", "Iran", {}, number=5),
    ]
    found, notices = align(article, candidates)
    assert [(each.candidate.kind, TEXT[slice(*each.spans[0])], each.how) for each in found] == [
        ("group", "rebels", "exact"),
        ("claim", "lost “forty men” near", "levelled"),
        ("claim", "near the old bridge over the river", "near"),
    ]
    assert [TEXT[slice(*span)] for span in found[1].slots["claimant"]] == ["a monitor"]
    assert [(each.at, each.quote) for each in notices] == [
        ("/1/slots/via/0", "nobody"),
        ("/3/quote", "near the big bridge over the river"),
        ("/4/quote", "they lost nothing at all"),
        ("/5/quote", "Iran"),
    ]


def test_a_near_place_holds_every_number_of_the_quote() -> None:
    article = read_article("The army said 400 of its men were lost in the hills.", date(2024, 11, 29))
    found, _ = align(article, [Candidate("claim", "army said 200 of its men were lost in the hills")])
    assert found == ()


def test_a_replay_answers_only_for_the_recorded_text() -> None:
    provider = Replay.read(encode({text_key(TEXT): [{"kind": "group", "quote": "The rebels"}]}))
    assert read_answers(provider.extract(TEXT)) == ((Candidate("group", "The rebels"),), ())
    candidates, notices = read_answers(provider.extract(TEXT + " "))
    assert candidates == ()
    assert [each.note for each in notices] == ["no answers to this text, whose SHA-256 the draft tells"]


def test_a_replay_of_a_list_answers_for_any_text() -> None:
    assert Replay.read(b'[{"kind": "group", "quote": "x"}]').extract("any") == [{"kind": "group", "quote": "x"}]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"3", b"[" * 100_000, b'"x"'])
def test_what_holds_no_answers_is_refused(data: bytes) -> None:
    with pytest.raises(FactsheetError, match=r"a\.json holds no recorded answers"):
        Replay.read(data, "a.json")


@pytest.mark.parametrize(
    ("answers", "at", "note"),
    [
        ("all", "", "the answers are of type str, not a list"),
        ({"kind": "group"}, "", "the answers are of type dict, not a list"),
        ([3], "/0", "the answer is of type int, not a map"),
        ([[[[]]]], "/0", "the answer is of type list, not a map"),
        ([{"quote": "x"}], "/0/kind", "the kind is none of group, person, place, date, relation, agreement, claim"),
        ([{"kind": ["group"], "quote": "x"}], "/0/kind", "the kind is none of "),
        ([{"kind": "group"}], "/0/quote", "the quote is nothing, not text"),
        ([{"kind": "group", "quote": {"quote": "x"}}], "/0/quote", "the quote is of type dict, not text"),
        ([{"kind": "group", "quote": " \n"}], "/0/quote", "the quote is empty"),
        ([{"kind": "group", "quote": "x" * 2_001}], "/0/quote", "the quote is longer than 2000 characters"),
        ([{"kind": "relation", "quote": "x", "type": "enemy_of"}], "/0/type", "the type is none of affiliate_of"),
        ([{"kind": "claim", "quote": "x", "value": 200}], "/0/value", "no such field: it is not read"),
        ([{"kind": "group", "quote": "x", "slots": [1]}], "/0/slots", "the slots are of type list, not a map"),
        ([{"kind": "group", "quote": "x", "slots": {"id/a": "y"}}], "/0/slots/id~1a", "a group has no such slot"),
        ([{"kind": "person", "quote": "x", "slots": {"role": ["y"]}}], "/0/slots/role", "the quote is of type list"),
        ([{"kind": "claim", "quote": "x", "slots": {"via": ["y", 3]}}], "/0/slots/via/1", "the quote is of type int"),
    ],
)
def test_a_wrong_answer_is_told_with_its_place(answers: object, at: str, note: str) -> None:
    _, (notice,) = read_answers(answers)
    assert notice.at == at
    assert notice.note.startswith(note)


def test_only_so_many_quotes_are_read() -> None:
    candidates, notices = read_answers([{"kind": "group", "quote": "x"}] * 100_000)
    assert len(candidates) == 2_000
    assert [(each.at, each.note) for each in notices] == [("/2000", "more than 2000 quotes: the rest is not read")]


def test_what_is_shown_of_an_answer_is_short_and_printable() -> None:
    _, (notice,) = read_answers([{"kind": "\x1b[31m\ud800" + "x" * 500, "quote": "x"}])
    assert notice.plain()["quote"] == "\ufffd[31m\ufffd" + "x" * 74 + "…"
