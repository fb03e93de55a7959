"""Write docs/settings.md: every setting of content/site.yaml, as its schema describes it."""

from pathlib import Path

from factsheet.defaults import SCHEMAS
from factsheet.schemas import Schemas

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# Settings

What `content/site.yaml` may hold. Written by `tools/settings.py` from `schemas/site.schema.json`; a test holds them
to be the same.

| setting | what it says |
|---|---|
"""


def describe_settings() -> str:
    """Return the page: one row a setting, in the order of the schema."""
    schemas = Schemas.read([SCHEMAS])
    properties = schemas.kind("site").schema["properties"]
    assert isinstance(properties, dict)
    rows = []
    for name, schema in properties.items():
        assert isinstance(schema, dict)
        description = str(schemas.resolve(schema).get("description", "")).replace("|", "\\|")
        rows.append(f"| `{name}` | {description} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    (ROOT / "docs" / "settings.md").write_text(describe_settings(), encoding="utf-8")
