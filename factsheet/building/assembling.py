"""From a checked publication to an edition: its pages, its ready files, and what its templates may know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from factsheet import defaults
from factsheet.building.assets import list_assets, list_schemas
from factsheet.building.checking import Checked
from factsheet.building.fingerprinting import fingerprint_format
from factsheet.building.planning import Page, Shape, plan
from factsheet.building.publishing import Edition
from factsheet.composing import (
    compose_all,
    compose_changes,
    compose_home,
    compose_index,
    compose_sources,
    compose_timeline,
    compose_view,
)
from factsheet.formats import FORMATS
from factsheet.formats.companions import list_companions
from factsheet.formats.context import Context
from factsheet.formats.exports import list_exports
from factsheet.model import Json, Object, Sheet
from factsheet.project.reading import find_schema_folders
from factsheet.schemas import Schemas

_SETTINGS_OF_CHECKS = frozenset({"terms", "rules", "expect", "limits", "review_every", "editions"})
"""Settings that no page shows: changing them renders nothing anew."""

_NO_PAGE: Sheet = {"sheet": 1, "kind": "404", "path": "404", "label": {"en": "There is no such page"}, "records": {}}
"""The page that a server shows for an address that leads nowhere: one, in the first language."""

_OF_THE_WHOLE = ("html", "json")
_LANGUAGE_FREE = frozenset({"json"})


def assemble(checked: Checked, formats: Sequence[str]) -> tuple[Edition, Context]:
    """Return what is to be published in `formats`, and the context to render it in."""
    project = checked.project
    context = make_context(checked, formats)
    shapes = {
        name: Shape(
            FORMATS[name].suffix,
            has_language=name not in _LANGUAGE_FREE,
            fingerprint=fingerprint_format(name, context),
        )
        for name in formats
    }
    pages = list(list_pages(checked, formats))
    media = _list_media(pages, project.root)
    outputs = plan(pages, shapes, project.languages)
    files = _list_files(context, project.schemas) | {f"media/{name}": path.read_bytes() for name, path in media.items()}
    if "json" in formats:
        files |= list_exports([page.sheet for page in pages if page.record], project.schemas, context)
    if "html" in formats:
        files |= list_companions([page.sheet for page in pages], checked.corpus.former_ids, context)
    context = replace(context, media={name: str(path) for name, path in media.items()})
    return Edition(outputs, files, _list_facts(checked)), context


def make_context(checked: Checked, formats: Sequence[str]) -> Context:
    """Return what templates may know of the publication besides the sheet."""
    root = checked.project.root
    published = {record.kind for record in checked.corpus.records.values() if record.is_published}
    kinds = checked.project.schemas.kinds.values()
    return Context(
        site={name: value for name, value in checked.project.site.items() if name not in _SETTINGS_OF_CHECKS},
        kinds=tuple((kind.folder, kind.name) for kind in kinds if kind.name in published),
        formats=tuple(formats),
        schema_folders=tuple(map(str, find_schema_folders(root))),
        template_folders=tuple(map(str, find_template_folders(root))),
        font_folders=tuple(str(folder) for folder in [root / "fonts"] if folder.is_dir()),
    )


def find_template_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders of templates that hold for a publication, the default one first."""
    own = root / "templates"
    is_own = own.is_dir() and own.resolve() != defaults.TEMPLATES
    return (defaults.TEMPLATES, own) if is_own else (defaults.TEMPLATES,)


def list_pages(checked: Checked, formats: Sequence[str]) -> Iterator[Page]:
    """Yield a page for each published record, and those of the whole publication."""
    corpus, schemas, site = checked.corpus, checked.project.schemas, checked.project.site
    for sheet in compose_all(corpus, schemas, site, checked.project.files):
        yield _page(sheet, site, formats, record=str(sheet["id"]))
    kinds = {record.kind for record in corpus.records.values() if record.is_published}
    whole = [name for name in formats if name in _OF_THE_WHOLE]
    yield _page(compose_home(corpus, schemas, site), site, whole)
    for kind in sorted(kinds):
        index = compose_index(kind, corpus, schemas, site)
        yield _page(index, site, whole)
        if "html" in formats:
            yield from (_page(compose_view(index, view), site, ["html"]) for view in list_others(index))
    yield _page(compose_timeline(corpus, schemas, site), site, whole)
    yield _page(compose_sources(corpus, schemas, site), site, whole)
    yield _page(compose_changes(corpus, schemas, site), site, whole)
    if "html" in formats:
        yield _page({**_NO_PAGE, "languages": _languages(site)[:1]}, site, ["html"])


def list_others(index: Sheet) -> list[str]:
    """Return the ways to arrange an index other than its own."""
    views = index["views"]
    return [str(view) for view in views if view != index["by"]] if isinstance(views, list) else []


def _list_media(pages: Sequence[Page], root: Path) -> dict[str, Path]:
    """Return the pictures that sheets show, each by its address below content/."""
    media = [page.sheet.get("media") for page in pages]
    names = {name for each in media if isinstance(each, dict) for name in each}
    return {name: root / "content" / name for name in sorted(names)}


def _page(sheet: Sheet, site: Object, formats: Sequence[str], *, record: str = "") -> Page:
    languages = sheet.get("languages")
    tags = languages if isinstance(languages, list) else _languages(site)
    return Page(str(sheet["path"]), sheet, formats, [str(tag) for tag in tags], record)


def _languages(site: Object) -> list[Json]:
    languages = site.get("languages")
    return languages if isinstance(languages, list) and languages else ["en"]


def _list_files(context: Context, schemas: Schemas) -> dict[str, bytes]:
    folders = [Path(folder) for folder in context.template_folders]
    fonts = [Path(folder) for folder in context.font_folders]
    assets = list_assets(folders, fonts) if "html" in context.formats else {}
    return {".nojekyll": b"", **assets, **(list_schemas(schemas) if "json" in context.formats else {})}


def _list_facts(checked: Checked) -> Object:
    """Return what the manifest says of the whole: the newest date of its records, and the licence."""
    dates = [record.data.get("as_of") for record in checked.corpus.records.values() if record.is_published]
    newest = max((_last_day(date) for date in dates), default="")
    facts: Object = {"as_of": newest} if newest else {}
    licence = checked.project.site.get("licence")
    return {**facts, "licence": licence} if licence else facts


def _last_day(date: Json) -> str:
    return str(date.get("latest") or date.get("earliest") or "") if isinstance(date, dict) else ""
