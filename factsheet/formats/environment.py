"""The templates: where they are found, what they may call, and what is an error in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from factsheet.diagnostics import FactsheetError
from factsheet.formats import chronicle, claims, drawing, endnotes, listing, lists, relations, sections, statements
from factsheet.formats.views import Map, UnknownNameError

if TYPE_CHECKING:
    from jinja2 import Template


_MISUSES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a template of the publication does wrong with values and filters; in one of ours it is a bug."""

_WORDS = {
    "'factsheet.formats.views.Items object'": "a list",
    "'factsheet.formats.views.Leaf object'": "a single value",
}


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which a property of a record is found before anything of Python's."""

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, Map):
            return obj[attribute]
        if isinstance(obj, dict):
            return obj.get(attribute)
        found: object = super().getattr(obj, attribute)
        return found


@cache
def read_environment(folders: tuple[str, ...]) -> ImmutableSandboxedEnvironment:
    """Return the environment over template folders, the default one first and the publication's own winning."""
    own = [FileSystemLoader(folder) for folder in reversed(folders)]
    loader = ChoiceLoader([PrefixLoader({"default": FileSystemLoader(folders[0])}, ":"), *own])
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_refuse_none,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        {
            "table": lists.print_table,
            "tail": statements.print_tail,
            "owner": statements.print_owner,
            "cites": statements.print_cites,
            "compact": statements.print_compact,
            "lines": lists.print_lines,
            "absent": statements.print_absent,
            **sections.FILTERS,
            **relations.FILTERS,
            **claims.FILTERS,
            **endnotes.FILTERS,
            **chronicle.FILTERS,
            **drawing.FILTERS,
            **listing.FILTERS,
        }
    )
    return environment


def _refuse_none(value: object) -> object:
    if value is None:
        raise TemplateError("it prints a value that isn't there: ask for it with {% if %} first")
    return value


def render(folders: tuple[str, ...], names: list[str], **values: object) -> Markup:
    """Render the first of `names` that exists. Raises FactsheetError (exit 2) that names the template and the line."""
    try:
        template = read_environment(folders).select_template(names)
        return Markup(template.render(values))  # noqa: S704 - the environment escapes
    except (TemplateError, UnknownNameError) as error:
        raise FactsheetError(_explain(error, names)) from error
    except _MISUSES as error:
        if not _is_in(folders[1:], error):
            raise
        raise FactsheetError(_explain(error, names)) from error


def _is_in(folders: tuple[str, ...], error: Exception) -> bool:
    """Tell whether an error was made in a template of the publication, and is not a bug of ours."""
    return any(Path(_find_place(error)[0]).is_relative_to(folder) for folder in folders)


def _explain(error: Exception, names: list[str]) -> str:
    if isinstance(error, TemplateNotFound) and error.name in {*names, None}:
        return f"no template {names[-1]}"
    name, line = _find_place(error)
    words = f'there is no template "{error.name}"' if isinstance(error, TemplateNotFound) else str(error)
    for python, ours in _WORDS.items():
        words = words.replace(python, ours)
    return f"template {name or names[0]}{f', line {line}' if line else ''}: {' '.join(words.split())}"


def _find_place(error: Exception) -> tuple[str, int]:
    """Return the innermost template line that the error passed through."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or "", error.lineno
    name, line, trace = "", 0, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".html", ".xml", ".css")):
            template: Template | None = trace.tb_frame.f_globals.get("__jinja_template__")
            name, line = (template.filename or template.name or file) if template else file, trace.tb_lineno
        trace = trace.tb_next
    return name, line
