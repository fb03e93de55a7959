"""The order of the alphabet in a language, and the letter under which a label stands in an index."""

import re
import unicodedata
from typing import Final

_ALPHABETS: Final = {
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
_FOLDED: Final = str.maketrans("أإآٱىئؤةٔ", "ااااييوهء")
_ARABIC_ARTICLE = re.compile(r"(?:^|(?<=\s))ال(?=\w{2})")
_NO_WORD = re.compile(r"[^\w\s]+")


def fold(text: str, language: str) -> str:
    """Return text as it is sorted: small letters, marks that are no letters of the language's own left out."""
    own = language.partition("-")[0]
    if own in {"tr", "az"}:
        text = text.replace("I", "ı").replace("İ", "i")
    text = text.lower()
    kept = set(_ALPHABETS.get(own, ""))
    parts = (
        mark if mark in kept else unicodedata.normalize("NFKD", mark) for mark in unicodedata.normalize("NFC", text)
    )
    bare = "".join(mark for part in parts for mark in part if not unicodedata.combining(mark)).translate(_FOLDED)
    words = " ".join(_NO_WORD.sub("", bare).split())
    return _ARABIC_ARTICLE.sub("", words)


def sort_key(text: str, language: str) -> tuple[list[int], str]:
    """Return the key by which a label is sorted in a language: its own alphabet first, other scripts after."""
    own = _ALPHABETS.get(language.partition("-")[0], _ALPHABETS["en"])
    return [_place(letter, own) for letter in fold(text, language)], text


def first_letter(text: str, language: str) -> str:
    """Return the capital letter under which a label stands, or `#` for one that begins with none."""
    letter = next(iter(fold(text, language)), "")
    if not letter.isalpha():
        return "#"
    return "İ" if letter == "i" and language.startswith(("tr", "az")) else letter.upper()


def _place(letter: str, own: str) -> int:
    place = own.find(letter)
    if place >= 0:
        return 1000 + place
    return ord(letter) if ord(letter) < ord("a") else 2000 + ord(letter)
