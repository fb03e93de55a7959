"""Sizes of type and space for each medium and script. The style sheets say the same sizes."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]
Medium = Literal["wide", "narrow", "paper"]

PAPER_WIDTH = 650
"""The width of the text on an A4 page, in CSS pixels; Letter has a little more."""

MAP_ON_PAPER = 0.66
"""How much smaller a map is on paper than on screen."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How large things are, in CSS pixels. `width` is that of a figure that can't take what there is."""

    direction: Direction
    width: float
    name: float
    note: float
    leading: float
    gutter: float
    bar: float = 6
    gap: float = 9


_SETTINGS: dict[tuple[Medium, bool], Setting] = {
    ("wide", False): Setting("ltr", 700, 13, 12.5, 16, 148),
    ("wide", True): Setting("rtl", 700, 15, 14, 22, 148),
    ("narrow", False): Setting("ltr", 326, 13, 12.5, 16, 148),
    ("narrow", True): Setting("rtl", 326, 15, 14, 22, 148),
    ("paper", False): Setting("ltr", PAPER_WIDTH, 10.6, 10, 13, 176, 4.5, 6),
    ("paper", True): Setting("rtl", PAPER_WIDTH, 11.8, 11, 17, 176, 4.5, 5),
}


def get_setting(medium: Medium, direction: str) -> Setting:
    """Return the sizes for a medium, a page's direction standing for its script."""
    return _SETTINGS[medium, direction == "rtl"]
