"""The floors of the program, read from its own source: who may import whom, and where each library lives."""

import ast
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import pytest

import factsheet

PACKAGE = Path(factsheet.__file__).parent

FLOORS = [
    {"diagnostics", "defaults", "encoding", "caching"},
    {"model"},  # on floor 1 of the design too, below its neighbours: all of them speak of its values
    {"dates", "text", "text_links", "locales", "amounts", "glyphs"},
    {"loading", "schemas", "wording"},
    {"resolution", "project"},
    {"editing"},  # on floor 4 of the design too, below its neighbours: scaffolding writes YAML by it
    {"composing", "figures", "scaffolding"},
    {"rules"},  # on floor 4 of the design too, above its neighbours: rules look at what composing derives
    {"formats", "extraction", "importing"},
    {"building", "comparing", "verifying", "reviewing"},
    {"preview"},
    {"cli"},
]
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts}

HOMES = {
    "yaml": {"loading"},
    "jsonschema": {"schemas"},
    "jsonschema_rs": {"schemas"},
    "referencing": {"schemas"},
    "orjson": {"encoding"},
    "jinja2": {"formats"},
    "markupsafe": {"formats"},
    "markdown_it": {"formats"},
    "babel": {"wording", "locales"},
    "weasyprint": {"formats"},
    "pydyf": {"formats"},
    "click": {"cli"},
    "openpyxl": {"importing"},
    "confusable_homoglyphs": {"text"},
}

BESIDE_THE_FLOORS = {"", "__main__"}
"""The package itself, which holds the version, and `python -m factsheet`."""


@dataclass(frozen=True)
class Import:
    module: str
    target: str
    is_lazy: bool


def modules(package: Path) -> dict[str, Path]:
    """Return each module of the package by its dotted name inside it ("cli.build"; "" is the package)."""
    return {
        ".".join(path.relative_to(package).with_suffix("").parts).removesuffix("__init__").rstrip("."): path
        for path in sorted(package.rglob("*.py"))
        if "_data" not in path.parts
    }


def imports(package: Path) -> Iterator[Import]:
    for module, path in modules(package).items():
        tree = ast.parse(path.read_text("utf-8"))
        at_start = {id(node) for node in at_import(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(module, alias.name, id(node) not in at_start)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{module}: a relative import"
                assert node.module
                for alias in node.names:
                    yield Import(module, f"{node.module}.{alias.name}", id(node) not in at_start)


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs when the module is imported: nothing inside functions or `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        is_typing = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)
        if not is_typing and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from at_import(child)


def inner(target: str, known: AbstractSet[str]) -> str | None:
    """Return the module of ours that `target` ("factsheet.model.Sheet") names, or None where it is another's."""
    first, _, rest = target.partition(".")
    if first != "factsheet":
        return None
    while rest and rest not in known:
        rest = rest.rpartition(".")[0]
    return rest


def part(module: str) -> str:
    return module.partition(".")[0]


def find_climbers(package: Path, floor: Mapping[str, int]) -> list[str]:
    known = modules(package).keys()
    found = []
    for one in imports(package):
        target = inner(one.target, known)
        if target is None or BESIDE_THE_FLOORS & {target, one.module} or part(target) == part(one.module):
            continue
        if floor[part(one.module)] <= floor[part(target)]:
            found.append(f"{one.module} imports {target}")
    return found


def find_strangers(package: Path, homes: Mapping[str, AbstractSet[str]]) -> list[str]:
    return [
        f"{one.module} imports {one.target}"
        for one in imports(package)
        if (library := part(one.target)) in homes
        and not any(one.module == home or one.module.startswith(f"{home}.") for home in homes[library])
    ]


def find_cycle(package: Path) -> list[str]:
    """Return the modules of one cycle of imports that run at the start, or nothing."""
    known = modules(package).keys()
    graph: dict[str, set[str]] = {module: set() for module in known}
    for one in imports(package):
        target = inner(one.target, known)
        if target and not one.is_lazy and target != one.module:
            graph[one.module].add(target)
    done: set[str] = set()

    def visit(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        for target in sorted(graph[module]):
            if cycle := visit(target, [*path, module]):
                return cycle
        done.add(module)
        return []

    return next((cycle for module in sorted(graph) if (cycle := visit(module, []))), [])


def find_catchers(package: Path) -> list[str]:
    """Return the functions that catch every exception there is."""
    found = []
    for module, path in modules(package).items():
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                found += [
                    f"{module}.{function.name}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.ExceptHandler) and catches_all(node)
                ]
    return found


def catches_all(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        any(isinstance(n, ast.Name) and n.id in {"Exception", "BaseException"} for n in ast.walk(handler.type))
        and not any(isinstance(n, ast.Raise) and n.exc is None for n in ast.walk(handler))
    )


def test_every_module_stands_on_a_floor() -> None:
    parts = {part(module) for module in modules(PACKAGE)} - BESIDE_THE_FLOORS
    assert len(parts) > 10
    assert parts - FLOOR.keys() == set()


def test_a_module_imports_only_from_floors_below() -> None:
    assert find_climbers(PACKAGE, FLOOR) == []


def test_each_library_has_one_home() -> None:
    assert find_strangers(PACKAGE, HOMES) == []
    seen = {part(one.target) for one in imports(PACKAGE)}
    assert seen >= HOMES.keys() - {"pydyf"}


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert find_cycle(PACKAGE) == []


def test_only_the_outer_doors_catch_everything() -> None:
    """The command line, and the door to an operator's own code, which may raise what it likes."""
    assert find_catchers(PACKAGE) == ["cli.main", "extraction.assisting.loading_provider._try"]


def test_only_the_command_line_prints_or_exits() -> None:
    for module, path in modules(PACKAGE).items():
        if part(module) in {"cli", "__main__"}:
            continue
        names = {n.func.id for n in ast.walk(ast.parse(path.read_text("utf-8"))) if is_call(n)}  # type: ignore[attr-defined]  # is_call looked
        assert names & {"print", "exit", "quit", "input"} == set(), module


def is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a small package that breaks each law once: these tests are seen red here."""
    for path, text in {
        "__init__.py": "",
        "model.py": "def f():\n    from factsheet.cli.build import command\n",
        "cli/__init__.py": "",
        "cli/build.py": "import yaml\nfrom factsheet import model\n",
        "loading.py": "from factsheet import schemas\ntry:\n    import yaml\nexcept ImportError:\n    pass\n",
        "schemas.py": "from factsheet.loading import load\ndef g():\n  try:\n    pass\n  except Exception:\n    pass\n",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_each_law_is_seen_broken(broken: Path) -> None:
    assert find_climbers(broken, FLOOR) == [
        "loading imports schemas",
        "model imports cli.build",
        "schemas imports loading",
    ]
    assert find_strangers(broken, HOMES) == ["cli.build imports yaml"]
    assert find_cycle(broken) == ["loading", "schemas", "loading"]
    assert find_catchers(broken) == ["schemas.g"]
