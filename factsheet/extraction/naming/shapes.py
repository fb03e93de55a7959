"""Stage 4: what the words of a name alone say: the shape of a place's."""

from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed

_PLACE_ONLY_OF: Final = frozenset(["Republic", "Kingdom", "State"])
COMPASS: Final = listed(
    "North South East West Northern Southern Eastern Western Central Upper Lower Greater New Old Inner Outer "
    "Northeast Northwest Southeast Southwest Northeastern Northwestern"
)
_PARTS: Final = COMPASS - {"New", "Old", "Greater"}


_SURNAMES: Final = listed(
    "Hill Hills Lake Park Forest Woods Castle House Street Bay Marsh Dam Gates Fort Hall Post Rivers"
)


def is_place_shape(core: list[str], words: list[str]) -> bool:
    """Tell whether a name has the shape of a place's."""
    place_heads = lexicon.words("place_heads")
    is_person = len(core) == len(words) and core[0] in lexicon.words("first_names") and core[-1] in _SURNAMES
    if core[-1] in place_heads and len(words) > 1 and not is_person and core[:2] != ["Islamic", "State"]:
        if core[-1] in _PLACE_ONLY_OF:
            return len(words) > len(core) or core[-1] == "State" or core[0] in lexicon.demonyms() or len(core) > 1
        return True
    if core[:2] == ["Islamic", "State"]:
        return False
    if core[0] in {"Mount", "Lake", "Cape", "Fort", "Port", "Camp"} and len(core) > 1:
        return True
    if core[0] in COMPASS and len(core) > 1 and join(core[1:]) in lexicon.places():
        return True
    return core[0] in _PARTS and len(core) == 2 and len(words) == 2 and _may_be_region(core[1])  # noqa: PLR2004 - a small count, told by its line


OPENINGS: Final = listed(
    "Jebel Jabal Wadi Tal Tel Tell Deir Beit Bab Ras Ain Kafr Kfar San Santa Santo Puerto Villa Saint "
    "Sainte Mont Monte "
    "Teatro Palacio Plaza Nueva Nuevo Ciudad Lac Ile Isla Sierra Cerro Nova Novo Novye Novy Nizhny Velika "
    "Veliki Stara Koh Phnom Ban "
    "Kota Kampung Bandar Khirbet Dar Umm Mong Muang Nong Sitio Barangay Kampong Sungai Gunung Pulau Tanjung Datu"
)


def _may_be_region(word: str) -> bool:
    """Tell whether a word after a point of the compass can be a region's own name: Lower Shabelle, North Kivu."""
    taken = lexicon.words("heads") | lexicon.demonyms().keys() | lexicon.words("acts") | lexicon.words("not_names")
    plain = word.casefold() in lexicon.words("roles") or word.casefold() in lexicon.words("starters")
    return word.isalpha() and not word.isupper() and word not in taken and not plain


def join(words: list[str]) -> str:
    """Return words as a name is written."""
    text = " ".join(words)
    for mark in (" 's", " ’s", " '", " ’", " ."):
        text = text.replace(mark, mark[1:])
    return text
