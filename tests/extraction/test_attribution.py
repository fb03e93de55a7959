# ruff: noqa: E501 - sentences are kept whole

from datetime import date

import pytest

from factsheet.extraction.findings import find


def credits_of(text: str) -> list[tuple[str | None, list[str]]]:
    found = find(text, date(2024, 11, 29)).claims
    return [
        (each.credit.claimant.text if each.credit.claimant else None, [v.text for v in each.credit.via])
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 31 people died, according to the Health Ministry.", [("Health Ministry", [])]),
        (
            "The UN says 5.2 million people need aid, and the World Food Programme reported that 300 people died.",
            [("UN", []), ("World Food Programme", [])],
        ),
        ("Rights groups say 15,000 people were killed.", [("Rights groups", [])]),
        ("About 100,000 people fled, the United Nations estimates.", [("United Nations", [])]),
        ("Santos told reporters that 7,000 fighters would leave.", [("Santos", ["reporters"])]),
        ("Forty people were hurt, a security source told AFP.", [("security source", ["AFP"])]),
        ("The Indonesian military (TNI) puts the number of guerrillas at 5,000.", [("Indonesian military", [])]),
        ("The war killed 9,100 people by the U.N.'s count.", [("U.N.", [])]),
        ("It has claimed more than 3,200 lives, police figures show.", [("police figures", [])]),
        ("Monitors counted 61 dead.", [("Monitors", [])]),
        ("Shells killed 11 people.", [(None, [])]),
        ("Three people died. The rebels denied any part.", [(None, [])]),
        ("A report by Human Rights Watch said 20 people died.", [("Human Rights Watch", [])]),
    ],
)
def test_a_number_is_credited_to_who_vouches_for_it(text: str, found: list[tuple[str | None, list[str]]]) -> None:
    assert credits_of(text) == found


def test_a_quotation_over_two_sentences_has_one_speaker() -> None:
    text = '"They fled. At least 200 militants were killed," Colonel Oleg Petrov told reporters. He added that 400 people died.'
    assert credits_of(text) == [("Oleg Petrov", ["reporters"]), ("Oleg Petrov", ["reporters"])]


def test_the_group_is_the_one_that_spoke_before() -> None:
    text = "The Harvan Liberation Front told Al Jazeera and Anadolu it had won. The group claimed to hold 400 square kilometers of land."
    assert credits_of(text) == [("Harvan Liberation Front", ["Al Jazeera", "Anadolu"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Berg, head of the Sarrat Relief Council, said 20 people died.", [("Anna Berg", [])]),
        ("Twenty people died, said the minister, Anna Berg.", [("Anna Berg", [])]),
        ("A spokesman, General Omar Haddad, spoke of 20 dead.", [("Omar Haddad", [])]),
        ("Haddad, the army's chief of staff, said the force had lost 40 men.", [("Haddad", [])]),
        ("A security official who asked not to be named said 40 people were hurt.", [("security official", [])]),
        ("A nurse reached by phone counted thirty bodies.", [("nurse", [])]),
        ("An army officer and a doctor said 20 people died.", [("army officer and a doctor", [])]),
        ("It wounded six people, according to police and hospital officials.", [("police and hospital officials", [])]),
        ("Locals near Bulda claimed 20 civilians were killed.", [("Locals near Bulda", [])]),
        ("Hamas at first said 60 soldiers died.", [("Hamas", [])]),
        ("Omar Haddad condemned the attack, saying 20 people died.", [("Omar Haddad", [])]),
        ("The army shelled the town and claimed 20 rebels died.", [("army", [])]),
        ("State media reported that 40 people were killed.", [("State media", [])]),
        ("The war has killed 400 people by the UN's count.", [("UN", [])]),
        ("Some 400 people died, by the count of the Red Cross.", [("Red Cross", [])]),
        ("The rebels, estimated at 15,000 by Western diplomats, fled.", [("Western diplomats", [])]),
        ("In a poll published by the Red Cross, 36 percent said no.", [("Red Cross", [])]),
        ("The news, supplied by the Red Cross, according to which 40,000 people fled, is old.", [("Red Cross", [])]),
        ("Forty people died in Karim. This was reported by the Red Cross.", [("Red Cross", [])]),
        ("- Displaced: 1.4 million people in 202 camps (UNICEF)", [("UNICEF", []), ("UNICEF", [])]),
        ("Six soldiers killed in raid: officials", [(None, [])]),
        ("Police: six soldiers killed", [("Police", [])]),
        ("It lost 35 towns and, the Red Cross claims, 4,000 soldiers.", [(None, []), ("Red Cross", [])]),
        ("The army announced a truce, ending a war that has killed 64,000 people.", [(None, [])]),
        ("The mine showed that it had not told the whole truth; 40 people died.", [(None, [])]),
        ("In the Blue Hill states, which are poor, 40 people died.", [(None, [])]),
        ("Twenty people were reported killed.", [(None, [])]),
    ],
)
def test_a_speaker_is_found_over_what_stands_between(text: str, found: list[tuple[str | None, list[str]]]) -> None:
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SANA quoted General Omar Haddad as saying 20 people died.", [("Omar Haddad", ["SANA"])]),
        ("Omar Haddad was quoted by Anadolu as saying 20 people died.", [("Omar Haddad", ["Anadolu"])]),
        ("It killed 26 rebels, Anadolu reported, citing the Defense Ministry.", [("Defense Ministry", ["Anadolu"])]),
        ("The Red Cross announced that 26 people died, Reuters reported.", [("Red Cross", ["Reuters"])]),
        ("In an interview with Al Jazeera, Omar Haddad said 20 people died.", [("Omar Haddad", ["Al Jazeera"])]),
        ("A rebel statement relayed by Reuters put the toll at 212.", [("rebel statement", ["Reuters"])]),
        ("Omar Haddad told parliament that 20 people died.", [("Omar Haddad", ["parliament"])]),
        ("Omar Haddad told a news conference that 20 people died.", [("Omar Haddad", [])]),
        ("Two security officials told Reuters that 40 people died.", [("Two security officials", ["Reuters"])]),
    ],
)
def test_who_passes_a_number_on_is_not_who_vouches(text: str, found: list[tuple[str | None, list[str]]]) -> None:
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("A military spokesman said the rebels fled. He said 20 rebels were killed.", "military spokesman"),
        ("Army spokesman Omar Haddad said they fled. The spokesman added that 20 rebels died.", "Omar Haddad"),
        ("The Health Ministry spoke. Hamas was silent. The ministry said 20 people died.", "Health Ministry"),
        ("The Defence Ministry issued a statement. The statement said 400 people died.", "Defence Ministry"),
        ("The Red Cross says it is well; it reckons with 400 dead.", "Red Cross"),
        ("The military said up to 18 soldiers died. Its foe, the Islamic Front, said nothing.", "military"),
    ],
)
def test_a_back_reference_means_who_was_told_of(text: str, claimant: str) -> None:
    assert claimant in {who for who, _ in credits_of(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seven civilians were killed, said deputy police chief Abdul Razak Qadri.", [("Abdul Razak Qadri", 0)]),
        ("Two rebels died, the radio Al-Manar quoted the governor's office as saying.", [("governor's office", 1)]),
        ("The Democratic Party (KDP), which has foes, said it had held thousands of men.", [("Democratic Party", 0)]),
        (
            "A spokesman told reporters here Monday that 40 people died. He said 50 were hurt.",
            [("spokesman", 1), ("spokesman", 0)],
        ),
    ],
)
def test_a_speaker_is_found_in_agency_style(text: str, found: list[tuple[str, int]]) -> None:
    assert [(who, len(via)) for who, via in credits_of(text)] == found


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Omar Haddad said three men died, ANI news agency reported.", ["ANI"]),
        ("Local media reports quoting police officer Omar Haddad said six men died.", ["Local media reports"]),
        ('"Two men died," said a police officer posted in Karim.', []),
    ],
)
def test_a_medium_is_a_relayer_by_any_of_its_names(text: str, via: list[str]) -> None:
    [(claimant, relayers)] = credits_of(text)
    assert claimant in {"Omar Haddad", "police officer"}
    assert relayers == via


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Displaced: 1.4 million people, of whom 843,130 inside Sarrat (source: UNICEF).", ["UNICEF", "UNICEF"]),
        ("• UNICEF: roughly 90,000 refugees have crossed the border.", ["UNICEF"]),
        ("Scores of people – 280 by the count of the Red Cross – died in the attack.", [None, "Red Cross"]),
        ("Some 38,000 fighters are left, in the view of the children's fund, UNICEF.", ["UNICEF"]),
        ("Turkey has sent 7,000 fighters, claims the Red Cross, a relief body; Ankara gives no number.", ["Red Cross"]),
        ("Azerbaijan hasn't told its losses, but says 60 civilians have died.", ["Azerbaijan"]),
        ("The Red Cross has been able to verify fewer than 60 deaths.", ["Red Cross"]),
        ("The Red Cross has spoken of 2,000 dead.", ["Red Cross"]),
        ("Omar Haddad was freed. Haddad's lawyer said 12 men were held.", ["Haddad's lawyer"]),
        ("He spoke as rockets and drones continued to fall; 60 civilians have died.", [None]),
    ],
)
def test_sources_beside_what_they_say(text: str, found: list[str | None]) -> None:
    assert [who for who, _ in credits_of(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two soldiers died near Mitra, an army spokeswoman, Major Anna Brandt, said Wednesday.", ["Anna Brandt"]),
        (
            "Army sources put the toll at 60, but a rebel website said only nine men died.",
            ["Army sources", "rebel website"],
        ),
        ("Sources close to the president said he would free up to 800 fighters.", ["Sources"]),
        ("Some 31 men were found, according to the mayor of Vucitra, Bajram Hoti.", ["Bajram Hoti"]),
        ("Anna Brandt, 54, a former teacher, says 12 men died.", ["Anna Brandt"]),
        ("The rebels say they killed 25 soldiers. The army admits to six dead.", ["rebels", "army"]),
        ("State television, quoting the Interior Ministry, put the toll at 18 dead.", ["Interior Ministry"]),
    ],
)
def test_each_clause_has_its_own_speaker(text: str, found: list[str | None]) -> None:
    assert [who for who, _ in credits_of(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The parties noted that clashes cost 100 lives, as reported by the Red Cross.", ["Red Cross"]),
        ("Close to 9,000 victims have been documented so far by the Red Cross.", ["Red Cross"]),
        ("Three rebels died, an official at the ministry said, citing policy.", ["official at the ministry"]),
        ("Polls give the party 33 to 35 percent.", ["Polls"]),
    ],
)
def test_who_counted_is_who_vouches(text: str, found: list[str | None]) -> None:
    assert [who for who, _ in credits_of(text)] == found


def test_verbs_of_saying_have_plurals() -> None:
    text = "Military prosecutors acknowledge 366 dead; the rebels count more than 3,000 enemy dead."
    assert [who for who, _ in credits_of(text)] == ["Military prosecutors", "rebels"]
