"""Normalised values, read where they may be missing."""

from factsheet.model import Json, Object


def list_maps(value: Json) -> list[Object]:
    """Return the maps in a list; nothing of what is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def list_targets(value: Json) -> list[str]:
    """Return the ids in a list of references."""
    return [target for each in list_maps(value) if (target := get_target(each))]


def get_target(value: Json) -> str:
    """Return the id in a reference, or ''."""
    return str(value.get("ref", "")) if isinstance(value, dict) else ""
