"""Charged words, in quotations and out of them."""

from pathlib import Path

import pytest

from tests.rules.publications import find, places

GROUP = "groups/red-hill.yaml"
TERMS = (
    "terms:\n  en: {bandit: Name the group.}\n  ru: {режим: Пишите «правительство».}\n"
    "  ar: {إرهابيون: اكتب اسم الجماعة.}\n"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("note: They fought the regime there.\n", "1:23"),
        ("note: Regimes fell.\n", "1:7"),
        ("note: The town was liberated.\n", "1:20"),
        ("note: The bandits came.\n", "1:11"),
        ("note: {ru: Против режим не пошли}\n", "1:19"),
        ("note: {ar: قالوا إنهم إرهابيون هنا}\n", "1:23"),
        ("note: {ar: هم وإرهابيون غيرهم}\n", "1:15"),
        ('note: "He said: the regime fell."\n', "1:21"),
        ("body: |\n  First line.\n\n  The regime fell.\n", "1:7"),
        ("changes: {date: 2013-01-01, type: update, text: The regime fell.}\n", "1:53"),
    ],
)
def test_a_word_that_takes_a_side_is_placed_at_the_word(tmp_path: Path, text: str, place: str) -> None:
    assert places(find(tmp_path, "charged-term", {"site.yaml": TERMS, GROUP: text})) == [f"{GROUP}:{place}"]


@pytest.mark.parametrize(
    "text",
    [
        'note: The state calls them "terrorists".\n',
        "note: The state calls them “terrorists” and “the regime's men”.\n",
        "note: The state calls them ‘terrorists’ too.\n",
        "note: {ru: В тексте сказано «режим Асада»}\n",
        "body: |\n  > The regime fell.\n\n  [It](red-front) says [@gazette, the regime].\n",
        "names: The Regime\n",
        "name: Regime Watch\n",
        "designations: {authority: watch, list: Terrorist Organizations, label: terrorist group, listed: 2013}\n",
        "described_as: {label: terrorist, according_to: watch}\n",
        "people: {person: anna-hill, role: other, title: Minister for Terrorism}\n",
        "cite: {source: gazette, quote: the regime fell}\n",
        "note: Its regimental band played.\n",
        "note: {tr: Terrorist sözü}\n",
    ],
)
def test_what_is_quoted_or_official_is_left_alone(tmp_path: Path, text: str) -> None:
    assert find(tmp_path, "charged-term", {"site.yaml": TERMS, GROUP: text}) == []


def test_the_title_of_a_source_is_its_own(tmp_path: Path) -> None:
    files = {"sources/gazette.yaml": "title: The regime\ndescription: On the regime\nnote: On the regime.\n"}
    assert places(find(tmp_path, "charged-term", files)) == ["sources/gazette.yaml:3:14"]


def test_the_advice_is_the_hint_and_can_let_a_word_through(tmp_path: Path) -> None:
    files = {GROUP: "note: The regime of the thugs.\n"}
    assert [each.hint for each in find(tmp_path, "charged-term", files)] == ["Write government.", "Say who did what."]
    files["site.yaml"] = "terms: {en: {regime: allowed, thug: Write men.}}\n"
    assert [each.hint for each in find(tmp_path, "charged-term", files)] == ["Write men."]
