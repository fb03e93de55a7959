"""A news article from extraction to records: written for this test, in the shape of an agency report."""

from pathlib import Path

from tests.conftest import MakeProject, Run

ARTICLE = """\
Government jets struck fighters who are advancing on the city of Hama, the spokesman for Moscow's forces in Syria said.

The Northern Shield Movement (NSM) and allied militias stormed villages in the north of Hama on Wednesday, ending a \
shaky ceasefire mediated by Qatar and Türkiye in 2019.

"Over the past 24 hours, at least 150 militants have been killed," Colonel Ivan Petrov, the deputy head of the Joint \
Monitoring Center, told reporters on Friday. He added that another 300 militants were killed by Syrian forces the day \
before.

Earlier in the day, NSM told Al Jazeera that it had entered several districts of Hama. The group claimed to have taken \
control of some 250 square kilometers of land. The government in Damascus said its troops had regained several towns.

Before adopting its current name in 2018, NSM was known as Liwa al-Shamal. Liwa al-Shamal was founded as an offshoot \
of the Eastern Front.

A June 2019 agreement between Turkish President Recep Tayyip Erdogan and Russian President Vladimir Putin was meant to \
end the fighting around Hama. Syrian forces lifted the siege of Salamiyah in December 2016.
"""
SITE = "title: The desk file\npublisher: The Desk\nlanguages: en\n"


def test_reviewing_an_article_ends_in_records_that_check_passes(run: Run, make_project: MakeProject) -> None:
    root = make_project({"content/site.yaml": SITE, "article.txt": ARTICLE})
    draft, told = root / "drafts/article.yaml", ("--published", "2024-11-29", "--source", "herald-2024-11-29")
    draft.parent.mkdir()
    made = run("-C", root, "extract", root / "article.txt", *told, "--publisher", "The Herald", "-o", draft)
    assert made.code == 0, made.err
    values = ("source-1.class=media", "source-1.title=Jets strike near Hama", "source-1.url=unknown")
    filled = [word for value in values for word in ("--set", value)]
    done = run("-C", root, "accept", draft, "--all", "--on", "2024-11-30", *filled)
    assert done.code == 0, done.out
    assert run("-C", root, "check").code == 0
    records = {path.stem for path in (root / "content").rglob("*.yaml")}
    assert {"herald-2024-11-29", "northern-shield-movement", "recep-tayyip-erdogan"} <= records
    assert "review: needed" not in draft.read_text()
    assert "draft" not in (root / "content/persons/recep-tayyip-erdogan.yaml").read_text()
    again = run("-C", root, "extract", root / "article.txt", *told, "--publisher", "The Herald", "-o", draft)
    assert again.code == 0
    left = run("-C", root, "accept", draft, "--all", "--on", "2024-12-01")
    assert left.code == 0, left.out
    assert run("-C", root, "check").code == 0
    assert _count(root) == len(records)


def _count(root: Path) -> int:
    return len(list((root / "content").rglob("*.yaml")))
