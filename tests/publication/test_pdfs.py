"""The PDFs of this repository's publication: both profiles, and every value in the text that a reader gets out."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from tests.publication.built import ROOT, Built
from tests.publication.leaves import list_leaves

pytestmark = pytest.mark.xdist_group("pdfs")


def test_every_pdf_of_the_first_language_passes_both_profiles(pdfs: dict[tuple[str, str], Path]) -> None:
    files = sorted(pdfs.values())
    done = subprocess.run(
        ["bash", ROOT / "tools/verapdf.sh", "ua1,3a", *files], capture_output=True, text=True, check=False
    )
    failed = [line for line in done.stdout.splitlines() if not line.startswith("PASS")]
    assert done.returncode == 0, "\n".join(failed[:20]) + done.stderr[-2000:]
    assert done.stdout.count("PASS") == 2 * len(files) > 200


def level(text: str) -> str:
    """Return text as two readers of a PDF agree on it: compatibility forms, without bidi marks, hyphens and spaces."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\ufffe\u0002]", "", plain)
    return re.sub(r"\s+", "", plain).replace("-", "").replace("\u2010", "")


def read_pdf(path: Path) -> str:
    """Return all text of a PDF, page by page, by an independent reader, running heads left where they stand."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_every_value_is_in_the_text_of_its_pdf(built: Built, pdfs: dict[tuple[str, str], Path]) -> None:
    lost, count = [], 0
    records = {record.path: record for record in built.project.records}
    for (page, language), path in pdfs.items():
        if language == "ar":  # what a reader gets out of lines in two directions is compared word by word, elsewhere
            continue
        text, record = level(read_pdf(path)), records[page]
        kind = built.project.schemas.kind(record.kind)
        for expected in list_leaves(record.data, built.sheets[record.id], kind, built.project.schemas, language):
            count += 1
            if not _is_there(expected.words, text):
                lost.append(f"{language} {record.id}/{expected.at}: {expected.words!r}")
    assert not lost, f"{len(lost)} of {count}\n" + "\n".join(lost[:20])
    assert count > 3000


def _is_there(words: str, text: str) -> bool:
    """Tell whether words stand in a levelled text.

    The foot of a page may cut a long value, and a number of an endnote may stand between two sentences of Markdown:
    then each sentence is looked for, and of one that is cut, both parts.
    """
    plain = level(words)
    if plain in text:
        return True
    sentences = [level(sentence) for sentence in re.split(r"[.\n]", words)]
    return len(sentences) > 1 and all(_is_whole_or_cut(sentence, text) for sentence in sentences)


def _is_whole_or_cut(sentence: str, text: str) -> bool:
    return sentence in text or any(
        sentence[:cut] in text and sentence[cut:] in text for cut in range(8, len(sentence) - 8)
    )
