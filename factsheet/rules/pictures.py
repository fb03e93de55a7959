"""Pictures: each that a text shows is there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from factsheet.diagnostics import Diagnostic, Pointer, did_you_mean
from factsheet.model import Record
from factsheet.resolution import locate_link
from factsheet.rules.content import Content
from factsheet.rules.findings import report
from factsheet.text_links import find_links

_FOLDER = "content"


def check_missing_image(content: Content) -> Iterator[Diagnostic]:
    """A picture that a text shows is a file in the publication.

    Nothing is fetched from the network: a page must not change, or vanish, with somebody else's server. The address is
    counted from content/.

    Good:

        # groups/red-hill.yaml
        body: "![The hill](images/hill.png)"
        # images/hill.png
        (a picture)

    Bad:

        # groups/red-hill.yaml
        body: "![The hill](images/hil.png) ![The flag](https://example.org/flag.png)"
        # images/hill.png
        (a picture)
    """
    files = set(content.files)
    for record, words in content.words:
        if words.is_markdown and "![" in words.text:
            for link in find_links(words.text):
                if link.kind == "image" and f"{_FOLDER}/{PurePosixPath(link.target)}" not in files:
                    yield _report(record, link.target, words.pointer, files)


def _report(record: Record, image: str, pointer: Pointer, files: set[str]) -> Diagnostic:
    if "://" in image:
        message, hint = f'the picture "{image}" lies on the network', "put a copy into content/images and name that"
    else:
        message = f'there is no file "{_FOLDER}/{image}"'
        shown = [path.removeprefix(f"{_FOLDER}/") for path in files if not path.endswith((".yaml", ".yml"))]
        hint = did_you_mean(image, sorted(shown)) or "addresses of pictures are counted from content/"
    return report("missing-image", locate_link(record, pointer, image), message, hint=hint)
