"""The versions of all that decides what bytes an output has, ours included."""

import ctypes
import sys
from collections.abc import Collection, Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import factsheet
from factsheet.encoding import digest

_PACKAGE = Path(factsheet.__file__).parent
_BEFORE_RENDERING = ("loading", "rules", "composing", "resolution", "project", "diagnostics", "editing", "scaffolding")
_AROUND_RENDERING = (
    "building",
    "caching",
    "cli",
    "comparing",
    "extraction",
    "importing",
    "preview",
    "reviewing",
    "verifying",
)
_NOT_RENDERING = frozenset((*_BEFORE_RENDERING, *_AROUND_RENDERING))
"""Parts of the program that no output's bytes depend on, once its sheet is made."""

_LIBRARIES = {
    "check": (
        "babel",
        "confusable-homoglyphs",
        "fonttools",
        "jsonschema",
        "jsonschema-rs",
        "markdown-it-py",
        "orjson",
        "pyyaml",
    ),
    "json": ("orjson",),
    "html": ("babel", "jinja2", "markdown-it-py", "markupsafe"),
    "pdf": ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pillow"),
}


def versions(formats: Iterable[str]) -> str:
    """Return a digest of the versions behind `formats`; those of PDF only where it is among them."""
    names = set(formats)
    wanted = names | ({"html"} if "pdf" in names else set())
    libraries = sorted({library for name in wanted for library in _LIBRARIES.get(name, ())})
    native = native_versions() if "pdf" in names else ()
    return digest(sys.version, *(f"{name} {_version(name)}" for name in libraries), *native)


@cache
def native_versions() -> tuple[str, ...]:
    """Return the versions of the shared libraries that lay out text; none where they are missing."""
    found = []
    for name, path in (("pango", "pango-1.0"), ("harfbuzz", "harfbuzz")):
        library = _load(path)
        if library is not None:
            function = library.pango_version_string if name == "pango" else library.hb_version_string
            function.restype = ctypes.c_char_p
            found.append(f"{name} {function().decode()}")
    return tuple(found)


def _load(name: str) -> ctypes.CDLL | None:
    for file in (f"lib{name}.so.0", f"lib{name}.0.dylib", f"lib{name}.dylib", f"{name}-0.dll", f"lib{name}-0.dll"):
        try:
            return ctypes.CDLL(file)
        except OSError:
            continue
    return None


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def program(*, without: Collection[str] = ()) -> str:
    """Return a digest of the program's own source, a version that can't be forgotten, `without` the parts named."""
    files = sorted(
        path
        for path in _PACKAGE.rglob("*.py")
        if path.relative_to(_PACKAGE).parts[0].removesuffix(".py") not in without
    )
    return digest(*(part for path in files for part in (str(path.relative_to(_PACKAGE)), path.read_bytes())))


def rendering() -> str:
    """Return a digest of the source that renders."""
    return program(without=_NOT_RENDERING)
