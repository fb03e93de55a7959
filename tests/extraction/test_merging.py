"""What a model names is added to what the rules found; it changes nothing that they read."""

from datetime import date

import pytest

from factsheet import extraction
from factsheet.extraction import Draft, Gazetteer, Item, Replay
from factsheet.extraction.naming.gazetteer import Known
from factsheet.model import Json, Object

TEXT = (
    "Geneva, 3 May 2012 - Fighters of the Harvan Front killed 40 soldiers on Monday, said Oran Belk.\n\n"
    "The black banners, as they are called, broke ranks with the Harvan Front long ago. A tally kept by the widows "
    "gives each boat 9 oars in all. The Night Understanding was sealed on 4 June 2011 by the black banners.\n"
)
WHY = "named by a model, words found in the text"


def draw(*answers: object, text: str = TEXT, gazetteer: Gazetteer | None = None) -> Draft:
    findings = extraction.merge(
        extraction.find(text, date(2012, 5, 3), gazetteer=gazetteer), Replay(list(answers)), gazetteer
    )
    made = extraction.draft(findings, source={"path": "a.txt", "published": "2012-05-03"}, gazetteer=gazetteer)
    assert extraction.verify_draft(made) == ()
    return made


def item(made: Draft, id_: str) -> Item:
    (found,) = [each for each in made.items if each.id == id_]
    return found


def told(made: Draft) -> list[tuple[Json, Json]]:
    return [(each["code"], each["at"]) for each in made.warnings]


def ask(kind: str, quote: str, **slots: Json) -> Object:
    return {"kind": kind, "quote": quote, "slots": slots}


def relation(type_: str, quote: str, source: str, target: str) -> Object:
    return {"kind": "relation", "type": type_, "quote": quote, "slots": {"source": source, "target": target}}


def test_a_name_that_only_the_model_saw_is_of_medium_confidence() -> None:
    found = item(draw(ask("group", "The black banners")), "black-banners")
    assert (found.kind, found.confidence, found.why) == ("group", "medium", WHY)
    (name,) = [each for each in found.evidence if each.at == "/name"]
    assert (name.rule, name.quote) == ("model:replay", "black banners")


def test_a_name_that_the_rules_saw_too_is_not_doubled() -> None:
    plain, made = draw(), draw(ask("group", "the Harvan Front"))
    assert [each.id for each in made.items] == [each.id for each in plain.items]
    before, after = item(plain, "harvan-front"), item(made, "harvan-front")
    assert after.why == f"{before.why}; named by replay too"
    assert (after.confidence, after.record, after.print) == (before.confidence, before.record, before.print)


def test_where_the_rules_read_otherwise_they_stand() -> None:
    made = draw(ask("person", "Harvan Front"), ask("place", "Front killed"), ask("group", "Front"))
    assert told(made) == [("model-disagrees", f"/{number}/quote") for number in range(3)]
    assert made.items == draw().items
    assert [each["quote"] for each in made.warnings] == ["Harvan Front", "Front killed", "Front"]


def test_a_model_does_not_double_its_own_names() -> None:
    made = draw(ask("group", "black banners"), ask("group", "The black banners"), ask("group", "banners"))
    assert [each.id for each in made.items if "banners" in each.id] == ["black-banners"]
    assert told(made) == [("model-disagrees", "/2/quote")]


def test_a_new_name_near_a_record_of_the_publication_is_offered_and_not_merged() -> None:
    made = draw(ask("group", "black banners"), gazetteer=Gazetteer([Known("bb", "group", ("Black Banner",))]))
    found = item(made, "black-banners")
    assert (found.known, found.candidates) == (False, ("bb",))


def test_other_names_and_a_role_lower_the_confidence_of_what_the_rules_found() -> None:
    made = draw(ask("group", "Harvan Front", names=["black banners", "Oran Belk", "Front"]))
    found = item(made, "harvan-front")
    assert found.record["names"] == [{"name": "black banners", "type": "alias"}]
    assert (found.confidence, found.why.endswith(f"; in part {WHY}")) == ("medium", True)
    assert told(made) == [("model-disagrees", "/0/slots/names")] * 2
    (role,) = item(draw(ask("person", "Oran Belk", role="widows")), "oran-belk").notes
    assert (role.at, role.rule, role.quote) == ("role", "model:replay", "widows")


def test_a_relation_needs_two_groups_that_are_named() -> None:
    words = "The black banners, as they are called, broke ranks with the Harvan Front"
    offshoot = relation("offshoot_of", words, "The black banners", "the Harvan Front")
    assert told(draw(offshoot)) == [("model-part", "/0/slots/source")]
    found = item(draw(offshoot, ask("group", "black banners")), "black-banners")
    assert found.record["lineage"] == [{"type": "offshoot", "groups": ["harvan-front"]}]
    assert {each.rule for each in found.evidence if each.at.startswith("/lineage")} == {"model:replay"}


def test_a_relation_that_the_rules_read_is_not_doubled_and_not_turned() -> None:
    text = "The Blue Army is an offshoot of the Harvan Front."
    turned = relation("offshoot_of", "is an offshoot of", "Harvan Front", "Blue Army")
    same = relation("offshoot_of", "is an offshoot of", "Blue Army", "Harvan Front")
    made = draw(same, turned, text=text)
    assert told(made) == [("model-disagrees", "/1")]
    found = item(made, "blue-army")
    assert found.record["lineage"] == [{"type": "offshoot", "groups": ["harvan-front"]}]
    assert found.evidence[-2].rule == "between-names, model:replay"


def test_a_former_name_becomes_a_name_of_its_group() -> None:
    made = draw(relation("former_name", "The black banners, as they are called", "black banners", "Harvan Front"))
    found = item(made, "harvan-front")
    assert found.record["names"] == [{"name": "black banners"}]
    assert [(each.at, each.quote) for each in found.notes] == [("former-name", "black banners")]


def test_a_number_is_read_by_the_rules_and_never_taken_from_the_model() -> None:
    made = draw({"kind": "claim", "quote": "gives each boat 9 oars in all", "value": 19})
    (found,) = [each for each in made.items if each.kind == "claim" and each.why == WHY]
    assert found.confidence == "medium"
    assert found.record["figures"][0]["value"] == "9"  # type: ignore[index,call-overload]  # a list of maps
    (value,) = [each for each in found.evidence if each.at == "/figures/0/value"]
    assert (value.rule, value.quote) == ("model:replay, number", "9 oars")


def test_a_claim_of_the_rules_is_kept_and_its_claimant_stands() -> None:
    made = draw(ask("claim", "killed 40 soldiers", claimant="widows"))
    assert told(made) == [("model-disagrees", "/0/slots/claimant")]
    before = [each.record for each in draw().items if each.kind == "claim"]
    after = [each for each in made.items if each.kind == "claim"]
    assert [each.record for each in after] == before
    assert sum(each.why.endswith("; named by replay too") for each in after) == 1


@pytest.mark.parametrize(
    ("kind", "quote", "code"),
    [
        ("claim", "as they are called", "model-unread"),
        ("claim", "on 4 June 2011", "model-unread"),
        ("claim", TEXT[21:], "model-ambiguous"),
        ("claim", "the", "model-ambiguous"),
        ("date", "in all", "model-unread"),
        ("date", "40 soldiers", "model-disagrees"),
        ("date", "9 oars", "model-unread"),
    ],
)  # fmt: skip
def test_what_the_rules_cannot_read_is_told_and_dropped(kind: str, quote: str, code: str) -> None:
    made = draw(ask(kind, quote))
    assert told(made) == [(code, "/0/quote")]
    assert made.items == draw().items


def test_the_day_of_an_agreement_is_read_by_the_rules() -> None:
    made = draw(
        ask("group", "black banners"),
        ask("agreement", "The Night Understanding", date="4 June 2011", parties=["black banners", "the widows"]),
    )
    (found,) = [each for each in made.items if each.kind == "agreement"]
    assert (found.record["name"], found.record["signed"]) == ("Night Understanding", "2011-06-04")
    assert found.record["parties"] == ["black-banners"]
    assert [(each.at, each.quote) for each in found.notes] == [("party", "widows")]
    assert found.confidence != "high"


def test_the_same_answers_give_the_same_bytes() -> None:
    answers = [ask("group", "black banners"), ask("claim", "9 oars in all"), ask("group", "nobody"), 3]
    assert extraction.write_draft(draw(*answers)) == extraction.write_draft(draw(*answers))


def test_a_date_that_the_rules_passed_over_is_read_from_its_own_words_and_kept_at_its_place() -> None:
    text = "The men of Tessel met the 14 March 2005 Party, and it met the 9 April Coalition."
    plain = extraction.find(text, date(2012, 5, 3))
    assert plain.dates == ()
    answers = [ask("date", "the 14 March 2005"), ask("date", "9 April")]
    merged = extraction.merge(plain, Replay(answers))
    assert [(text[each.start : each.end], each.value, each.rule) for each in merged.dates] == [
        ("14 March 2005", "2005-03-14", "model:replay, full-date")
    ]
    assert [(each.code, each.at) for each in merged.notices] == [("model-unread", "/1/quote")]
