"""Checked, sourced fact sheets about groups, dates and agreements."""

__version__ = "0.1.0"
