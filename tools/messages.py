"""Collects the messages of the interface and brings the catalogs in templates/messages up to date.

    python tools/messages.py

Run it from the repository after a change to a template, a phrase or a schema's title. What is new stands in each
`.po` file with an empty translation; what is no longer used is taken out. A publication's own templates and schemas
bring their own catalogs.
"""

import ast
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent
CATALOGS = ROOT / "templates" / "messages"
LANGUAGES = ("ar", "ru", "tr")
TEMPLATE_FUNCTIONS = frozenset({"t"})
FUNCTIONS = frozenset({"translate", "phrase"})
TABLE = "PHRASES"
UNPRINTED = frozenset({"site"})
"""Schemas whose titles only editors see."""

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
HEADER = """\
# Messages of the pages' interface. Made by tools/messages.py; translations are written by hand.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Found = Iterator[tuple[str, str]]


def collect() -> dict[str, list[str]]:
    """Return every message with the files that use it, in the order of the alphabet."""
    messages: dict[str, set[str]] = {}
    for source in (find_in_templates, find_in_code, find_in_schemas):
        for message, path in source():
            if not PLACEHOLDER.fullmatch(message):
                messages.setdefault(message, set()).add(path)
    return {message: sorted(messages[message]) for message in sorted(messages)}


def find_in_templates() -> Found:
    """Yield what templates pass to `t`."""
    environment = Environment(autoescape=True)
    for path in sorted((ROOT / "templates").rglob("*.html")):
        for call in environment.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in TEMPLATE_FUNCTIONS and call.args:
                constants = [call.args[0], *call.args[0].find_all(nodes.Const)]
                yield from (
                    (each.value, _name(path))
                    for each in constants
                    if isinstance(each, nodes.Const) and isinstance(each.value, str)
                )


def find_in_code() -> Found:
    """Yield what code passes to `translate` or `phrase`, and what tables of phrases hold."""
    for path in sorted((ROOT / "factsheet").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield from ((message, _name(path)) for message in _messages(node))


def _messages(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and node.args:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in FUNCTIONS:
            argument = node.args[0]
            yield from _strings([argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument])
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _names_table(node.targets):
        yield from _strings(node.value.values)


def _names_table(targets: list[ast.expr]) -> bool:
    return any(isinstance(target, ast.Name) and target.id == TABLE for target in targets)


def _strings(expressions: list[ast.expr]) -> Iterator[str]:
    for each in expressions:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def find_in_schemas() -> Found:
    """Yield the titles and plurals that the default schemas give to kinds and properties."""
    for path in sorted((ROOT / "schemas").glob("*.schema.json")):
        name = path.name.partition(".")[0]
        if name not in UNPRINTED:
            schema = json.loads(path.read_bytes())
            schema = schema if "x-kind" in schema else schema["$defs"]
            yield from ((message, _name(path)) for message in _titles(schema))


def _titles(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _titles(each)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in {"title", "x-plural"} and isinstance(inner, str):
                yield inner
            yield from _titles(inner)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def make_template() -> Catalog:
    """Return a catalog of all messages, none translated."""
    template = Catalog()
    for message, paths in collect().items():
        template.add(message, locations=[(path, 0) for path in paths])
    return template


def read(language: str) -> Catalog:
    """Return the catalog of a language as it lies on the disk; an empty one where there is none."""
    path = CATALOGS / f"{language}.po"
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(catalog: Catalog, name: str, language: str = "") -> None:
    """Write a catalog without dates or line numbers, so that it changes only where a message does."""
    content = io.BytesIO()
    write_po(content, catalog, width=120, omit_header=True, include_lineno=False, ignore_obsolete=True)
    header = HEADER.format(language=language).encode()
    (CATALOGS / name).write_bytes(header + content.getvalue().strip() + b"\n")


def main() -> None:
    """Write the template and every catalog, and tell what is left to translate."""
    CATALOGS.mkdir(exist_ok=True)
    template = make_template()
    write(template, "factsheet.pot")
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True)
        write(catalog, f"{language}.po", language)
        empty = sum(1 for message in catalog if message.id and not message.string)
        print(f"{language}: {len(template)} messages, {empty} to translate")


if __name__ == "__main__":
    main()
