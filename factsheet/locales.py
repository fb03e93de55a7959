"""Languages as the pages need them: direction and the name each has for itself."""

from unicodedata import bidirectional

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-Arab", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}

AUTONYMS = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "español",
    "fa": "فارسی",
    "fr": "français",
    "he": "עברית",
    "ru": "русский",
    "tr": "Türkçe",
    "uk": "українська",
}


def get_direction(language: str) -> str:
    """Return `rtl` or `ltr` for a BCP 47 tag; a script subtag decides before the language."""
    parts = language.split("-")
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]  # noqa: PLR2004 - ISO 15924 codes
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in RIGHT_TO_LEFT else "ltr"


def get_comma(language: str) -> str:
    """Return the comma of the language's script, with the space after it."""
    return "، " if get_direction(language) == "rtl" and not language.startswith(("he", "yi")) else ", "


def get_autonym(language: str) -> str:
    """Return the language's name in itself, or its tag where we have none."""
    return AUTONYMS.get(language, language)


def find_direction(text: str) -> str:
    """Return `ltr` or `rtl` by the first letter of a text, or nothing where it has none."""
    for letter in text:
        found = bidirectional(letter)
        if found in _STRONG:
            return _STRONG[found]
    return ""
