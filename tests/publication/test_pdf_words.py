"""Every word that a reader of the web page sees comes back from the PDF of the same sheet, by two readers."""

from collections import Counter
from pathlib import Path

import pytest

from factsheet.building.planning import Page
from factsheet.formats.context import Context
from factsheet.formats.html import describe_page, open_page, render_article
from tests.publication.built import Built
from tests.publication.conftest import Printed
from tests.publication.words import READERS, find_lost, list_words, read_article, read_labels

pytestmark = pytest.mark.xdist_group("pdfs")


def test_every_word_of_a_page_is_in_its_pdf(
    built: Built,
    records: tuple[Context, list[Page]],
    one_a_kind: list[Printed],
    pdfs: dict[tuple[str, str], Path],
    request: pytest.FixtureRequest,
) -> None:
    context, pages = records
    every = [(page, language) for page in pages for language in page.languages]
    wrong, count = [], 0
    for page, language in every if request.config.getoption("--all-outputs") else one_a_kind:
        folder = built.out if language == "en" else built.out / language
        article, addresses = read_article((folder / f"{page.path}.html").read_bytes())
        wanted = Counter(list_words(f"{article} {_labels(page, language, context)}"))
        count += sum(wanted.values())
        for name, read in READERS.items():
            lost = find_lost(wanted, read(pdfs[page.path, language]), addresses)
            if lost:
                wrong.append(f"{name} {page.path} {language}: {dict(lost)}")
    assert not wrong, f"{len(wrong)} files\n" + "\n".join(wrong[:40])
    assert count > 5000


def test_a_word_that_is_gone_or_maimed_is_lost() -> None:
    wanted = Counter(list_words("مجمّع أخبار في 2024 doğrulanmamış De-Escalation 2024 ё https"))
    assert not find_lost(
        wanted, "أخبار مجمّع\u202c2024في doğrulanmamış DeEsca-\nlation De-\nEscalation 2024 е\u0308 https", ""
    )
    found = find_lost(wanted, "أخبار عّمجم 2024 في doğrulanmam ış Escalation 20241 e https", "")
    assert found == Counter(["مجمّع", "doğrulanmamış", "De-Escalation", "2024", "ё"])


def test_what_hangs_on_to_an_address_is_not_lost() -> None:
    wanted = Counter(list_words("English"))
    assert not find_lost(wanted, "https://example.org/one-\ntwoEnglish", "https://example.org/one-two")
    assert find_lost(wanted, "NotEnglish", "https://example.org/one-two")


def _labels(page: Page, language: str, context: Context) -> str:
    printed = open_page(page.sheet, language, context, mode="print")
    return read_labels(render_article(printed, describe_page(printed)))
