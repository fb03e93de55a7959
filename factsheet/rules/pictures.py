"""Pictures: each that a text shows is there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from factsheet.diagnostics import Diagnostic, Pointer, did_you_mean
from factsheet.model import Json, Object, Record
from factsheet.resolution import Shape, locate_link
from factsheet.rules.content import Content
from factsheet.text_links import find_links

_FOLDER = "content"


def missing_image(content: Content) -> Iterator[Diagnostic]:
    """A picture that a text shows must be a file in the publication: nothing is fetched from the network.

    The address is counted from content/.

    Good: `![Map of Idlib](images/idlib.png)`, where content/images/idlib.png is a file.
    Bad: `![Map of Idlib](images/ildib.png)`, which isn't there; or an address that begins with https://.
    """
    shapes = {kind.name: Shape(kind.schema, content.schemas) for kind in content.schemas.kinds.values()}
    files = set(content.files)
    for target in sorted(content.corpus.records):
        record = content.corpus.records[target]
        for pointer, image in _list_images(record.data, shapes[record.kind], ()):
            if f"{_FOLDER}/{PurePosixPath(image)}" not in files:
                yield _report(record, image, pointer, files)


def _list_images(value: Json, shape: Shape, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _list_images(each, shape.entry, (*pointer, index))
    elif isinstance(value, dict) and shape.is_markdown:
        yield from _read_images(value, pointer)
    elif isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, dict | list):
                yield from _list_images(each, shape.child(name), (*pointer, name))


def _read_images(text: Object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    for tag, words in text.items():
        for link in find_links(words) if isinstance(words, str) else ():
            if link.kind == "image":
                yield (*pointer, tag), link.target


def _report(record: Record, image: str, pointer: Pointer, files: set[str]) -> Diagnostic:
    if "://" in image:
        message, hint = f'the picture "{image}" lies on the network', "put a copy into content/images and name that"
    else:
        message = f'there is no file "{_FOLDER}/{image}"'
        shown = [path.removeprefix(f"{_FOLDER}/") for path in files if not path.endswith((".yaml", ".yml"))]
        hint = did_you_mean(image, sorted(shown)) or "addresses of pictures are counted from content/"
    return Diagnostic("missing-image", "error", message, locate_link(record, pointer, image), hint=hint)
