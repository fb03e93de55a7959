"""What one would write in an afternoon: PyYAML's C loader and jsonschema, file by file."""

import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


class Loader(yaml.CSafeLoader):
    """A day stays the text that it was typed as."""


Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def main(folder: Path) -> int:
    schemas = [json.loads(path.read_text()) for path in sorted(SCHEMAS.glob("*.schema.json"))]
    registry = Registry().with_resources((each["$id"], Resource.from_contents(each)) for each in schemas)
    validators = {
        each["x-folder"]: Draft202012Validator(each, registry=registry) for each in schemas if "x-folder" in each
    }
    found = 0
    for path in sorted(folder.glob("content/*/*.yaml")):
        with path.open(encoding="utf-8") as file:
            documents = list(yaml.load_all(file, Loader=Loader))
        for document in documents:
            for error in validators[path.parent.name].iter_errors(document):
                found += 1
                print(f"{path}: {error.json_path}: {error.message}")
    print(f"{found} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
