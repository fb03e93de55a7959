"""Beginnings: a new record, a new publication."""
