"""Publications made of examples: what an example leaves out is filled in, what it names is added."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from factsheet.building.checking import Checked, check_publication
from factsheet.diagnostics import Diagnostic

TODAY: Final = "2026-11-25"
FIELDS: Final = {
    "groups": "name: {name}\ntype: armed-group\nas_of: 2020-05-01\ncite: gazette\n",
    "persons": "name: {name}\ncite: gazette\n",
    "places": "name: {name}\ntype: city\n",
    "events": "name: {name}\ntype: clash\nwhen: 2012-03-04\nas_of: 2020-05-01\ncite: gazette\n",
    "agreements": (
        "name: {name}\ntype: ceasefire\nsigned: 2012-05-01\nparties: [red-hill, old-league]\nas_of: 2020-05-01\n"
        "cite: gazette\n"
    ),
    "claims": (
        "about: bridge\nclaimant: northland\nsaid: 2012-03-05\ncovers: 2012-03-04\n"
        "figures: {{value: 9, unit: killed}}\ncite: gazette\n"
    ),
    "sources": "title: {name}\npublisher: Hill Press\nclass: media\npublished: 2012\nurl: unknown\n",
    "dossiers": "title: {name}\nrecords: bridge\n",
}
BACKDROP: Final = {
    "groups/red-hill.yaml": "",
    "groups/red-front.yaml": "",
    "groups/old-league.yaml": "",
    "groups/northland.yaml": "type: state\n",
    "groups/northland-army.yaml": "type: state-force\npart_of: northland\n",
    "groups/watch.yaml": "type: monitor\n",
    "persons/anna-hill.yaml": "",
    "places/hill-town.yaml": "",
    "events/bridge.yaml": "",
    "agreements/valley-pact.yaml": "",
    "sources/gazette.yaml": "",
    "sources/gazette-evening.yaml": "",
    "sources/wire-report.yaml": "publisher: The Wire\nclass: agency\n",
    "sources/yearbook.yaml": "publisher: Yearbook House\n",
}
"""Records that are added where an example names them."""

_CODE = re.compile(r"<U\+([0-9A-F]{4,5})>")
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(root: Path, files: Mapping[str, str], *, today: str = TODAY, whole: frozenset[str] = frozenset()) -> Checked:
    """Return what is found in a publication of {path under content/: text} and the records that it names."""
    for path, text in complete(files, whole).items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return check_publication(root, today=today)


def find(root: Path, rule: str, files: Mapping[str, str]) -> list[Diagnostic]:
    """Return what one rule has against a publication."""
    return [found for found in check(root, files).diagnostics if found.rule == rule]


def places(found: list[Diagnostic]) -> list[str]:
    """Return where each finding is: file, line, column."""
    return [f"{each.at.path.removeprefix('content/')}:{each.at.line}:{each.at.column}" for each in found]


def complete(files: Mapping[str, str], whole: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the files with what they leave out, and with the records they name."""
    site = files.get("site.yaml", "")
    missing = [line for line in ("title: Test\n", "publisher: Desk\n") if line.partition(":")[0] not in site]
    done = {"site.yaml": unfold(site) + "\n" + "".join(missing) if "site.yaml" not in whole else unfold(site)}
    waiting = dict(files)
    waiting.pop("site.yaml", None)
    while waiting:
        path, text = waiting.popitem()
        done[path] = unfold(text) if path in whole else fill(path, unfold(text))
        for other in list_named(done[path]):
            if other not in done and other not in waiting:
                waiting[other] = BACKDROP[other]
    return done


def list_named(text: str) -> Iterator[str]:
    words = set(_ID.findall(text))
    return (path for path in BACKDROP if PurePosixPath(path).stem in words)


def fill(path: str, text: str) -> str:
    folder = path.partition("/")[0]
    if folder not in FIELDS or not path.endswith(".yaml"):
        return text
    return "---\n".join(_fill_record(each, PurePosixPath(path).stem, FIELDS[folder]) for each in text.split("---\n"))


def _fill_record(text: str, stem: str, fields: str) -> str:
    found = re.search(r"^id: (\S+)", text, re.MULTILINE)
    name = (found[1] if found else stem).replace("-", " ").title()
    lines = fields.format(name=name).splitlines(keepends=True)
    end = "" if not text or text.endswith("\n") else "\n"
    missing = [line for line in lines if not re.search(f"^\ufeff?{line.partition(':')[0]}:", text, re.MULTILINE)]
    return text + end + "".join(missing)


def unfold(text: str) -> str:
    """Return a text with what its placeholders stand for: <U+200B>, <0xE9>, (1,100 characters), (200 entries)."""
    text = _CODE.sub(lambda found: chr(int(found[1], 16)), text)
    text = _BYTE.sub(lambda found: chr(0xDC00 + int(found[1], 16)), text)
    entries = ", ".join(f"entry-{number}" for number in range(200))
    return text.replace("(1,100 characters)", "x" * 1100).replace("(200 entries)", entries)
