"""The Nu HTML checker finds no error."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser.site import ONE_A_KIND, Site

LANGUAGES = ("en", "ar", "ru", "tr")


def check(checkers: Path, files: Sequence[Path]) -> list[str]:
    """Return what the checker calls an error."""
    jar = checkers / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages]


def test_pages_have_no_error(site: Site, checkers: Path, request: pytest.FixtureRequest) -> None:
    """With `--all-outputs` every page; else one a kind in each language."""
    pages = [site.locate(path, language) for path in ONE_A_KIND for language in LANGUAGES if site.has(path, language)]
    pages += ["404.html", "groups/hts.html", "events/aleppo-offensive-2024.html", "dossiers/idlib-file.html"]
    assert len(pages) > 55
    if request.config.getoption("--all-outputs"):
        pages = site.list_pages()
    errors = check(checkers, [site.out / page for page in pages])
    assert not errors, "\n".join(errors[:30])


def test_an_error_is_found(checkers: Path, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a><ul><p>x</ul>", encoding="utf-8")
    errors = check(checkers, [page])
    assert any("Duplicate ID" in error for error in errors)
    assert any("not allowed as child" in error for error in errors)
