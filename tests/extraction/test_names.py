from datetime import date

import pytest

from factsheet.extraction.findings import find


def names(text: str, sort: str) -> list[list[str]]:
    found = find(text, date(2024, 11, 29))
    return [[name.text for name in each.names] for each in found.sorted_by(sort) if not each.is_generic]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("He leads the Movement for the Dignity of Sarrat (MDS).", [["Movement for the Dignity of Sarrat", "MDS"]]),
        ("The Ministry of Foreign Affairs and Expatriates spoke.", [["Ministry of Foreign Affairs and Expatriates"]]),
        ("The Justice and Equality Movement marched.", [["Justice and Equality Movement"]]),
        ("The United Nations Mission in South Sudan left.", [["United Nations Mission in South Sudan"]]),
        (
            "the Office for the Coordination of Humanitarian Affairs (OCHA)",
            [["Office for the Coordination of Humanitarian Affairs", "OCHA"]],
        ),
        (
            "The Tigray People's Liberation Front and the Lord's Resistance Army met.",
            [["Tigray People's Liberation Front"], ["Lord's Resistance Army"]],
        ),
        ("The March 9 Movement (M9M) denied it.", [["March 9 Movement", "M9M"]]),
        ("The Harvan Front fought. HF men fled. The Front denied it.", [["Harvan Front", "HF", "Front"]]),
        ("Rival SLA men and the Sudan Liberation Army (SLA) met.", [["Sudan Liberation Army", "SLA"]]),
        ("The Free Aceh Movement, known by its Indonesian acronym GAM, agreed.", [["Free Aceh Movement", "GAM"]]),
        ("the Indonesian military (TNI) fired", [["Indonesian military", "TNI"]]),
        ("SG/SM/21566 was the number of Resolution 2254.", []),
        (
            "The Front for Change and Concord in Harvan (FCCH) met the Movement for Justice in Chad (MJT).",
            [["Front for Change and Concord in Harvan", "FCCH"], ["Movement for Justice in Chad", "MJT"]],
        ),
        (
            "Men of the Harvan Supreme Council for Islamic Revolution in Iraq (HSCIRI) fled.",
            [["Harvan Supreme Council for Islamic Revolution in Iraq", "HSCIRI"]],
        ),
        ("The Platform for Change, Unity and Progress split.", [["Platform for Change, Unity and Progress"]]),
        (
            "The Teachers' Union and the Ideas for Peace Foundation met.",
            [["Teachers' Union"], ["Ideas for Peace Foundation"]],
        ),
        ("The self-proclaimed Dolinsk People's Republic fired.", [["Dolinsk People's Republic"]]),
        ("Fighters of SLA-Sorel and the SPLM/A left.", [["SLA-Sorel"], ["SPLM/A"]]),
        (
            "Liwa al-Sorel, Front pour le Changement and Jabhat Harvan joined.",
            [["Liwa al-Sorel"], ["Front pour le Changement"], ["Jabhat Harvan"]],
        ),
        ("The al-Qaida-linked militants fled.", [["al-Qaida"]]),
        ("The Communist Party of Harvan (Maoist) split.", [["Communist Party of Harvan (Maoist)"]]),
        ("DEATH TOLL RISES\n\nThe WD men of the Task Force Sorel fled.", [["Task Force Sorel"]]),
        ("the ethnic Harvanian National Liberation Army (NLA)", [["Harvanian National Liberation Army", "NLA"]]),
        (
            "The Committee to Protect Journalists and the 604th Infantry Battalion met.",
            [["Committee to Protect Journalists"], ["604th Infantry Battalion"]],
        ),
        (
            "The Autonomous Administration of North and East Harvan fell.",
            [["Autonomous Administration of North and East Harvan"]],
        ),
        ("the Economic Group of Harvan Observers, EGHOB, left", [["Economic Group of Harvan Observers", "EGHOB"]]),
        ("an African Union-UN force came", [["African Union"], ["UN"]]),
        (
            "The U.S.-led coalition and the U.S. military struck.",
            [["U.S.-led coalition"], ["U.S. military"]],
        ),
        ("the Iranian news agency IRNA said", [["IRNA", "Iranian news agency IRNA"]]),
        ("militias, among them Aitarvan and Merah Tolu, fled", [["Aitarvan"], ["Merah Tolu"]]),
        (
            "the Liberation Army of Tolu, Karva and Belkovo fled; the Commission on War, Crime and Peace left",
            [["Liberation Army of Tolu, Karva and Belkovo"], ["Commission on War, Crime and Peace"]],
        ),
        (
            "The UN Mission to Support the Tolu Agreement (UNMTA) left",
            [["UN Mission to Support the Tolu Agreement", "UNMTA"]],
        ),
        (
            "The Multinational Joint Task Force met. The Task Force left.",
            [["Multinational Joint Task Force", "Task Force"]],
        ),
        ("The Contact Group of South African lawyer Tom Belk met.", [["Contact Group"]]),
        (
            "The court outlawed Sorelan, long seen as the Harvan Front's political wing.",
            [["Sorelan"], ["Harvan Front"]],
        ),
        ("The Badr Front fought. Badr denied it.", [["Badr Front", "Badr"]]),
        ("It was 10:00 GMT on TV, and the IDPs left.", []),
    ],
)
def test_groups_have_whole_names_and_their_acronyms(text: str, groups: list[list[str]]) -> None:
    assert names(text, "group") == groups


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("UN Secretary-General António Guterres spoke.", "António Guterres", "UN Secretary-General"),
        ("Former Kenyan President Uhuru Kenyatta mediated.", "Uhuru Kenyatta", "Former Kenyan President"),
        ("U.S. Secretary of State John Kerry flew home.", "John Kerry", "U.S. Secretary of State"),
        ("The Special Envoy for Syria Geir Pedersen left.", "Geir Pedersen", "Special Envoy for Syria"),
        ("Getachew Reda, the TPLF spokesman, signed.", "Getachew Reda", "TPLF spokesman"),
        ("Colonel Oleg Petrov, the deputy head of the Centre, said so.", "Oleg Petrov", "deputy head of the Centre"),
        ("Getu Alemu, 45, fled.", "Getu Alemu", ""),
        ("Getu Alemu, 45, a former envoy, fled.", "Getu Alemu", "former envoy"),
        ("The Army of Ahmed Sorel fled.", "Ahmed Sorel", ""),
        ("The Harvan Front of Ahmed Sorel fled.", "Ahmed Sorel", ""),
        ("the government of Ahmed Sorel", "Ahmed Sorel", ""),
        ("Italian Ahmed Sorel spoke.", "Ahmed Sorel", ""),
        ("Ahmed Sorel was appointed prime minister in May.", "Ahmed Sorel", "prime minister"),
        ("the group's main spokesman, Ahmed Sorel", "Ahmed Sorel", "group's main spokesman"),
        ("Rebels of the HNF, chief of staff Ahmed Sorel said, fled.", "Ahmed Sorel", "chief of staff"),
        ("One commander named Sorelvan fled.", "Sorelvan", ""),
        ("U.S. diplomat Christopher Hill left.", "Christopher Hill", "U.S. diplomat"),
        ("Inspector-General of Police Vijay Sorel spoke.", "Vijay Sorel", "Inspector-General of Police"),
        ("He saw the mayor of San Salvador, Armando Sorel.", "Armando Sorel", "mayor of San Salvador"),
        (
            "The envoy to the United Nations, Majid Takht Sorel, spoke.",
            "Majid Takht Sorel",
            "envoy to the United Nations",
        ),
        (
            "He named Ruben Sorel, a billionaire and former minister of Harvan.",
            "Ruben Sorel",
            "former minister of Harvan",
        ),
        (
            "Ahmed Sorel, chairman and founder of the Harvan Front, spoke.",
            "Ahmed Sorel",
            "chairman and founder of the Harvan Front",
        ),
        (
            "Mr. Ahmed Sorel, Minister of Safety and Security of South Africa, spoke.",
            "Ahmed Sorel",
            "Minister of Safety and Security of South Africa",
        ),
        ("The Vice-President of Southern Sudan spoke to Ahmed Sorel.", "Ahmed Sorel", ""),
        ('Jose Maria "Tolu" Sorel spoke.', 'Jose Maria "Tolu" Sorel', ""),
        ('"We hope," said Nino Beridze, a teacher in the village.', "Nino Beridze", "teacher"),
    ],
)
def test_a_person_is_cut_off_the_title_and_the_organisation(text: str, person: str, role: str) -> None:
    (found,) = find(text, date(2024, 11, 29)).sorted_by("person")
    assert (found.name, found.role) == (person, role)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("President Salva Kiir spoke. Kiir left.", ["Salva Kiir", "Kiir"]),
        ("President Salva KIIR spoke to his deputy. In May KIIR left.", ["Salva KIIR", "KIIR"]),
        ("Father Augustin Sorelane Senghor spoke. Sorelane left.", ["Augustin Sorelane Senghor", "Sorelane"]),
        ("Omar Khalid, whose real name is Abdul Wahid, left.", ["Omar Khalid", "Abdul Wahid"]),
        ("Ahmed Sorel (known as Dabvo) left.", ["Ahmed Sorel", "Dabvo"]),
    ],
)
def test_a_person_has_a_surname_and_other_names(text: str, person: list[str]) -> None:
    assert names(text, "person") == [person]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("HELSINKI (August 16) -- They met.", ["Helsinki"]),
        ("KYIV/MINSK, Nov 8 - They met.", ["Kyiv", "Minsk"]),
        ("They fled Idlib Province and Mount Hermon for Lebanon.", ["Idlib Province", "Mount Hermon", "Lebanon"]),
        ("It fell near the village of Khirbet al-Joz.", ["Khirbet al-Joz"]),
        ("in the districts of Nord Harvan and Tolu", ["Nord Harvan", "Tolu"]),
        ("It met the Sultanate of Oman; the Catholic Philippines too.", ["Sultanate of Oman", "Philippines"]),
        ("The State of Qatar hosted it; Qatar paid.", ["Qatar"]),
        ("He ruled Lower Shabelve and the Halvot region.", ["Lower Shabelve", "Halvot"]),
        ("the ports of Hodeidah, Salvif and Ras-Isvar", ["Hodeidah", "Salvif", "Ras-Isvar"]),
        ("They fled the Gaza Strip; Gaza burned.", ["Gaza Strip"]),
        ("200 US marines left; U.S. officials met the Government of Chad.", ["Chad"]),
        ("They burned Sorelko and Tolu-Be, and shelled Kuvansk.", ["Sorelko", "Tolu-Be", "Kuvansk"]),
        ("in Datu Salang and Maguin del Sur", ["Datu Salang", "Maguin del Sur"]),
        ("in the town's al-Nurvi mosque", ["al-Nurvi"]),
        ("ANKARA 1996-08-26\n\nThey met on Monday.", ["Ankara"]),
        ("It cost US$ 264 million in a U.S.-backed offensive named Zarb-e-Tolu.", []),
        ("The Acehnese and US-supported rebels met Syrian forces.", []),
    ],
)
def test_places_are_known_by_lists_heads_and_the_words_before(text: str, places: list[str]) -> None:
    assert [found[0] for found in names(text, "place")] == places


def test_a_headline_in_capitals_makes_no_names() -> None:
    text = "Rebel Leaders Sign Landmark Accord With Army\n\nThey met in Geneva."
    assert (names(text, "group"), names(text, "person"), names(text, "place")) == ([], [], [["Geneva"]])


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The pact was signed by R.N. Tolu, the interlocutor.", "R.N. Tolu"),
        ("M.K. Sorelan said the rebels had agreed.", "M.K. Sorelan"),
    ],
)
def test_initials_begin_the_name_of_a_person(text: str, person: str) -> None:
    assert (names(text, "person"), names(text, "group")) == ([[person]], [])


def test_initials_of_bodies_and_names_with_a_head_are_no_persons() -> None:
    text = "The U.N. Mission met the J.J. Sorel Brigade and the National Jury of Elections."
    wanted = [["U.N. Mission"], ["J.J. Sorel Brigade"], ["National Jury of Elections"]]
    assert (names(text, "person"), names(text, "group")) == ([], wanted)
