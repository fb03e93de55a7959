"""Figures drawn at build time: one layout each, written as SVG for the web and as SVG with HTML labels for paper."""

from factsheet.figures.layout import Drawing
from factsheet.figures.paper import write_paper
from factsheet.figures.settings import Setting, get_setting
from factsheet.figures.svg import write_svg

__all__ = ["Drawing", "Setting", "get_setting", "write_paper", "write_svg"]
