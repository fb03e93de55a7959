"""Every published sheet obeys the schema that is published beside it."""

import json

import jsonschema_rs

from factsheet.encoding import digest_bytes
from tests.publication.built import Built


def test_every_sheet_passes_its_published_schema(built: Built) -> None:
    schemas = {
        path.name.removesuffix(".schema.json"): jsonschema_rs.validator_for(json.loads(path.read_bytes()))
        for path in (built.out / "schemas").glob("*.schema.json")
    }
    count = 0
    for record in built.project.records:
        file = built.out / f"{record.path}.json"
        if not file.is_file():
            continue
        sheet = json.loads(file.read_bytes())
        problems = [
            f"{list(error.instance_path)}: {error.message}" for error in schemas[record.kind].iter_errors(sheet)
        ]
        assert not problems, f"{record.id}: {problems[:5]}"
        assert sheet == built.sheets[record.id]
        count += 1
    assert count == len(built.sheets) > 100


def test_every_id_in_a_sheet_has_its_label_there(built: Built) -> None:
    for name, sheet in built.sheets.items():
        records = sheet["records"]
        assert isinstance(records, dict)
        for target in list_references(sheet["data"]):
            assert target in records, f"{name}: {target}"


def list_references(value: object) -> list[str]:
    """Return the ids that a part of a sheet names."""
    if isinstance(value, dict):
        own = [str(value["ref"])] if "ref" in value else []
        return own + [each for child in value.values() for each in list_references(child)]
    return [each for child in value for each in list_references(child)] if isinstance(value, list) else []


def test_the_manifest_tells_the_digest_of_every_file(built: Built) -> None:
    manifest = json.loads((built.out / "manifest.json").read_bytes())
    files = {entry["path"]: entry for entry in manifest["files"]}
    there = {str(path.relative_to(built.out)) for path in built.out.rglob("*") if path.is_file()}
    assert files.keys() == there - {"manifest.json"}
    for path, entry in files.items():
        data = (built.out / path).read_bytes()
        assert (entry["sha256"], entry["bytes"]) == (digest_bytes(data), len(data)), path
