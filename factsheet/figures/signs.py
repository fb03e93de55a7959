"""The outlines of marks, shared by both writers, around their own point."""

from factsheet.figures.layout import Shape

OUTLINES: dict[Shape, str] = {
    "onward": "M0 0h14m-5-4l5 4l-5 4",
    "back": "M0 0h-14m5-4l-5 4l5 4",
    "down": "M-4-7h8l-4 7z",
    "up": "M-4 7h8l-4-7z",
    "tick": "M0-6v12",
}
MIRRORED: dict[Shape, Shape] = {"onward": "back", "back": "onward"}
RADIUS = 4


def turn(shape: Shape, *, mirrored: bool) -> Shape:
    """Return a shape as it looks in a figure that runs from right to left."""
    return MIRRORED.get(shape, shape) if mirrored else shape


def write_number(value: float) -> str:
    """Return a number for an attribute, with a decimal at most."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"
