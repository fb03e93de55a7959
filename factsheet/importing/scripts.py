"""Names in a script that the site's language is not written in: tagged with the script, as the language is unknown."""

import unicodedata
from typing import Final

from factsheet.model import Json, Object
from factsheet.text import find_foreign_script

_FIELDS: Final = ("name", "title", "short")
_SCRIPTS: Final = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi", "GEORGIAN": "Geor", "GREEK": "Grek", "HEBREW": "Hebr", "CJK": "Hani", "HANGUL": "Kore",
    "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "KHMER": "Khmr", "LATIN": "Latn", "MYANMAR": "Mymr",
    "SINHALA": "Sinh", "SYRIAC": "Syrc", "TAMIL": "Taml", "TELUGU": "Telu", "THAI": "Thai", "TIFINAGH": "Tfng",
}  # fmt: skip


def tag_scripts(data: Object, language: str) -> Object:
    """Return a record with its bare names under `und-Arab` and the like where they are not in the site's script."""
    found: Object = {}
    for name, value in data.items():
        if name in _FIELDS:
            found[name] = _tag(value, language)
        elif name == "names":
            found[name] = [_tag_name(entry, language) for entry in (value if isinstance(value, list) else [value])]
        else:
            found[name] = value
    return found


def _tag_name(entry: Json, language: str) -> Json:
    if isinstance(entry, dict):
        return {key: _tag(value, language) if key in _FIELDS else value for key, value in entry.items()}
    tagged = _tag(entry, language)
    return entry if tagged == entry else {"name": tagged}


def _tag(value: Json, language: str) -> Json:
    if not isinstance(value, str) or not find_foreign_script(value, language):
        return value
    letter = next((character for character in value if character.isalpha()), "")
    script = _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0]) if letter else None
    return {f"und-{script}": value} if script else value
