"""What a page is asked by scripts of ours: whether its words can be told from their ground, and stand apart."""

from pathlib import Path

CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
