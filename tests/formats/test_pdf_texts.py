import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from tests.formats.pdf_pages import WORDS, everything, render

TEXTS = {
    "en": "The “Syrian Salvation Government” (SSG) — formed on 2 November 2017 — said: ʿAbd al-Raḥmān, Jabhat "
    "Fatḥ al-Shām, Ṣafwān, ẖ ẕ ḍ ẓ ġ ḫ; fi ffi fl, 1,200–1,500 people (≈ 3 %), § 4 ¶ 2, x₂ and "
    "m², naïve café, Łódź, Đorđe, Nguyễn.",
    "ar": "أعلنت هيئةُ تحريرِ الشّام أيضًا، مساءً أنّ قوّاتٍ سُوريّةً دخلت حلب رسميًّا في ٢٩ تشرين الثاني ٢٠٢٤ (29/11/2024)؛ "
    "وقُتِل ١٥ شخصًا، وقال عبد الله المحيسني: «لا شيئًا نخشاه»؟ لألأ إلى الآن مسؤولٌ قتيلاً قتيلًا كلّاً كلًّا النُّصرة ملجأً "
    "بسمِ اللهِ الرَّحمنِ الرَّحيمِ هٰذا وللهِ الحمدُ",
    "ru": "«Хайят Тахрир аш-Шам» (запрещена в РФ) — создана 28 января 2017 года; объявлено №5, ещё, подъезд, "
    "Аль Джулани, 1 200 человек. Подъём, мой, Йемен, Їжак, ґрунт, Қазақстан, Әлем.",
    "tr": "Heyet Tahrir el-Şam, İdlib’de 28 Ocak 2017’de kuruldu; IŞİD ve ışık, ğüşöçıİ, Çağrı, Âlim, rûh, hükûmet, "
    "fırka, difüzyon.",
}
STYLES = ("", "font-weight: 600", "font-style: italic", "font-family: 'Factsheet Sans', 'Factsheet Naskh'")


@pytest.mark.parametrize("language", list(TEXTS))
def test_every_word_comes_back_by_two_readers(language: str, tmp_path: Path) -> None:
    text = TEXTS[language]
    body = "".join(f'<p style="{style}">{text}</p>' for style in STYLES)
    rendered = render(f"<h1>1</h1>{body}", language=language)
    assert rendered.complaints == ()
    wanted = Counter(words(text))
    for found in (read_by_poppler(rendered.data, tmp_path), read_by_pdfium(rendered.data)):
        lost = Counter({word: count * len(STYLES) for word, count in wanted.items()}) - Counter(words(found))
        assert lost == Counter()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_word_of_a_page_with_everything_comes_back(language: str, tmp_path: Path) -> None:
    data = render(everything(language), language=language).data
    wanted = {word for text in WORDS[language].values() for word in words(text)}
    assert wanted - set(words(read_by_poppler(data, tmp_path))) == set()
    assert wanted - set(words(read_by_pdfium(data))) == set()


def test_a_letter_shaped_with_marks_does_not_take_the_others_away(tmp_path: Path) -> None:
    """The engine maps the "s" below two marks to nothing, and with it every other "s" of the document."""
    data = render("<h1>1</h1><p>s\u0323\u0304 и\u0306\u0301</p><p>seas мой</p>").data
    assert {"seas", "мой"} < set(words(read_by_poppler(data, tmp_path)))
    wanted = {unicodedata.normalize("NFC", text) for text in ("s\u0323\u0304", "и\u0306\u0301", "seas", "мой")}
    assert wanted < set(words(read_by_pdfium(data)))


def test_look_alikes_stay_apart(tmp_path: Path) -> None:
    text = "d’Ivoire Мар’їнка Марʼїнка ‘a’ ʻa semi\u2010auto semi-auto"
    data = render(f"<h1>1</h1><p>{text}</p>").data
    assert text in read_by_poppler(data, tmp_path)
    assert text in read_by_pdfium(data)


def test_marks_and_arrows_come_back(tmp_path: Path) -> None:
    data = render("<h1>1</h1><p>a • b ◦ c ‣ d → e ← f ↔ g ✓ h ✗ i – j — k «l» ½ m² x₂</p>").data
    for found in (read_by_poppler(data, tmp_path), read_by_pdfium(data)):
        assert "a•b◦c‣d→e←f↔g✓h✗i–j—k«l»½m²x₂" in found.replace(" ", "")


def words(text: str) -> list[str]:
    """Return the runs of letters, marks and digits, as NFC: readers turn brackets and move commas in Arabic."""
    return re.findall(r"[\w\u0300-\u036f\u064b-\u0652\u0670]+", unicodedata.normalize("NFC", text))


def read_by_poppler(data: bytes, folder: Path) -> str:
    (folder / "a.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", folder / "a.pdf", "-"], capture_output=True, check=True)
    return done.stdout.decode()


def read_by_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
