"""What a format is, and what rendering may know besides the sheet and the language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factsheet.model import Object, Sheet


@dataclass(frozen=True, slots=True)
class Context:
    """The settings of a publication that its pages show. A small value that can cross to a worker.

    `site` is the normalised `site.yaml`; `kinds` pairs each published folder with its kind, in the order of the
    navigation; `formats` are the forms built; folders are paths, the default ones first.
    """

    site: Object
    kinds: tuple[tuple[str, str], ...] = ()
    formats: tuple[str, ...] = ("html", "json", "pdf")
    schema_folders: tuple[str, ...] = ()
    template_folders: tuple[str, ...] = ()
    font_folders: tuple[str, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict)
    """Address under the output folder -> path of the file, for the images that content shows."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the site's languages; the first is the default."""
        languages = self.site.get("languages")
        return tuple(str(tag) for tag in languages) if isinstance(languages, list) and languages else ("en",)


@dataclass(frozen=True, slots=True)
class Format:
    """One form of a sheet: how its file is named, what it is, and the pure function that makes its bytes."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Sheet, str, Context], bytes]


def locate(path: str, language: str, default: str) -> str:
    """Return a page's path without its suffix: the default language stands at the root, others in folders."""
    return path if language == default else f"{language}/{path}"
