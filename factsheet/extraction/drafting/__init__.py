"""Stages 9 and 10: what was found, as proposed records with the evidence of every value."""
