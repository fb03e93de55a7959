from datetime import date

from factsheet.encoding import encode
from factsheet.extraction.article import read_article
from factsheet.extraction.provided import Candidate, Replay, align, text_key

TEXT = "The rebels, said a monitor,  lost “forty men” near the old bridge over the river."


def test_a_quote_is_placed_exactly_levelled_or_nearly_and_else_dropped() -> None:
    article = read_article(TEXT, date(2024, 11, 29))
    candidates = [
        Candidate("group", "The rebels", {}),
        Candidate("claim", 'lost "forty men" near', {"claimant": "a monitor"}),
        Candidate("place", "near the big bridge over the river", {}),
        Candidate("claim", "they lost nothing at all", {}),
        Candidate("date", "forty", {}),
    ]
    found, dropped = align(article, candidates)
    assert [(each.kind, TEXT[slice(*each.span)], each.how) for each in found] == [
        ("group", "The rebels", "exact"),
        ("claim", "lost “forty men” near", "levelled"),
        ("place", "near the old bridge over the river", "near"),
    ]
    assert {name: TEXT[slice(*span)] for name, span in found[1].slots.items()} == {"claimant": "a monitor"}
    assert dropped == 2


def test_a_replay_answers_only_for_the_recorded_text() -> None:
    data = encode({text_key(TEXT): [{"kind": "group", "quote": "The rebels"}]})
    provider = Replay.read(data)
    assert provider.extract(TEXT) == (Candidate("group", "The rebels", {}),)
    assert provider.extract(TEXT + " ") == ()
