"""Bad content: one located message, exit 1, no traceback, and the old output as it was."""

from pathlib import Path

import pytest

from tests.conftest import MakeProject, Run

SITE = "title: A small file\npublisher: A desk\n"
SOURCE = (
    "description: A report that was read for this test\npublisher: A desk\nclass: media\npublished: 2017-01-28\n"
    "url: unknown\n"
)
GROUP = "name: Liwa al-Haqq\ntype: armed-group\nas_of: 2026-03-01\ncite: report\n"
FILES = {
    "content/site.yaml": SITE,
    "content/sources/report.yaml": SOURCE,
    "content/groups/haqq.yaml": GROUP,
}

BAD: dict[str, tuple[str, str | bytes, str, str]] = {
    "misspelt field": ("groups/haqq.yaml", GROUP.replace("name:", "nmae:"), "unknown-field", "1:1"),
    "missing field": ("groups/haqq.yaml", GROUP.replace("type: armed-group\n", ""), "missing-field", "1:1"),
    "wrong type": ("groups/haqq.yaml", GROUP.replace("Liwa al-Haqq", "12"), "wrong-type", "1:7"),
    "unknown id": ("groups/haqq.yaml", GROUP.replace("cite: report", "cite: reprot"), "dangling-reference", "4:7"),
    "duplicate id": ("persons/haqq.yaml", "name: A person\ncite: report\n", "duplicate-id", "1:1"),
    "duplicate key": ("groups/haqq.yaml", GROUP + "type: coalition\n", "duplicate-key", "5:1"),
    "tab": ("groups/haqq.yaml", GROUP + "names:\n\t- x\n", "yaml-indentation", "6:1"),
    "byte order mark": ("groups/haqq.yaml", b"\xef\xbb\xbf" + GROUP.encode(), "byte-order-mark", "1:1"),
    "UTF-16": ("groups/haqq.yaml", GROUP.encode("utf-16"), "not-utf8", "1:1"),
    "empty file": ("groups/haqq.yaml", "", "empty-document", ""),
    "5 MB scalar": ("groups/haqq.yaml", GROUP + f"note: {'x' * 5_000_000}\n", "too-large", ""),
    "200,000 brackets": ("groups/haqq.yaml", GROUP + f"note: {'[' * 200_000}\n", "too-deep", "5:"),
    "alias": ("groups/haqq.yaml", GROUP.replace("cite: report", "cite: *report"), "yaml-alias", "4:7"),
    "tag": ("groups/haqq.yaml", GROUP.replace("2026-03-01", "!!str 2026-03-01"), "yaml-tag", "3:8"),
    "U+2028 in a comment": ("groups/haqq.yaml", GROUP + "# a\u2028b: 2\n", "line-break-character", "5:4"),
    "U+0085": ("groups/haqq.yaml", GROUP + 'note: "a\u0085b"\n', "line-break-character", "5:9"),
    "key that is a number": ("groups/haqq.yaml", GROUP + "1: a\n", "yaml-key", "5:1"),
    "not a number": ("groups/haqq.yaml", GROUP + "note: .nan\n", "yaml-number", "5:7"),
    "30 digits": ("groups/haqq.yaml", GROUP + f"note: {'1' * 30}\n", "yaml-number", "5:7"),
    "glued comment": ("groups/haqq.yaml", GROUP + 'note: "x"#c\n', "yaml-comment", "5:10"),
    "missing image": (
        "groups/haqq.yaml",
        GROUP + "body: See ![a map](images/map.png) here.\n",
        "missing-image",
        "5:20",
    ),
    "missing glyph": ("groups/haqq.yaml", GROUP + "note: In Chinese 漢字.\n", "no-glyph", "5:18"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_content_is_one_message_and_leaves_the_old_site(what: str, run: Run, make_project: MakeProject) -> None:
    name, text, rule, place = BAD[what]
    root = make_project(FILES)
    assert run("-C", root, "build", "--to", "html,json").code == 0
    before = {path: path.read_bytes() for path in sorted((root / "public").rglob("*")) if path.is_file()}
    file = root / "content" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())

    done = run("-C", root, "build", "--to", "html,json")

    assert done.code == 1, done.err
    assert "Traceback" not in done.out + done.err
    assert done.err.count("error[") == 1, done.err
    assert f"error[{rule}]" in done.err, done.err
    assert f"--> content/{name}:{place}" in done.err or f"--> content/{name}\n" in done.err, done.err
    assert bool(place) == (f"--> content/{name}:" in done.err)
    assert {path: path.read_bytes() for path in sorted((root / "public").rglob("*")) if path.is_file()} == before


def test_a_picture_is_shown_with_its_words(run: Run, make_project: MakeProject, tmp_path: Path) -> None:
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
        "a5f645400000000049454e44ae426082"
    )
    root = make_project(FILES)
    (root / "content/images").mkdir()
    (root / "content/images/a map.png").write_bytes(picture)
    (root / "content/groups/haqq.yaml").write_text(
        GROUP + "body: See ![A map of it](<images/a map.png>).\n", encoding="utf-8"
    )
    assert run("-C", root, "build", "--out", tmp_path / "out").code == 0
    page = (tmp_path / "out/groups/haqq.html").read_text(encoding="utf-8")
    assert '<img src="../media/images/a%20map.png" alt="A map of it">' in page
    assert (tmp_path / "out/media/images/a map.png").read_bytes() == picture
    assert b"/Image" in (tmp_path / "out/groups/haqq.pdf").read_bytes()
