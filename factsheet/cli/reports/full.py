"""The form for people: the line of the file, the place underlined, the hint."""

from factsheet.cli.excerpts import WIDEST, Excerpt, excerpt
from factsheet.cli.reports.found import COLOURS, FRAME, Found, Paint, disarm, summarise, tell_cap, tell_place
from factsheet.cli.showing import harmless, width
from factsheet.diagnostics import Diagnostic

_MOST_RELATED = 3


def report_in_full(found: Found) -> str:
    """Return a block for each problem, an empty line between them, and the summary."""
    blocks = ["\n".join(_lines(each, found)) for each in found.shown]
    blocks += [line for line in (tell_cap(found),) if line]
    return disarm("\n\n".join([*blocks, summarise(found.everything)])) + "\n"


def _lines(diagnostic: Diagnostic, found: Found) -> list[str]:
    source, paint = found.source, found.paint
    colour = COLOURS[diagnostic.severity]
    head = f"{paint(f'{diagnostic.severity}[{diagnostic.rule}]', colour)}: {paint(harmless(diagnostic.message), '')}"
    cut = excerpt(source(diagnostic.at.path), diagnostic.at)
    related = [(place, excerpt(source(place.path), place)) for place in diagnostic.related[:_MOST_RELATED]]
    gutter = max(len(str(c.line)) for c in [Excerpt(0, "", 0, 0), *(e for e in (cut, *(c for _, c in related)) if e)])
    lines = [head, f"{' ' * gutter}{paint('-->', FRAME)} {tell_place(diagnostic.at)}"]
    hint = harmless(diagnostic.hint)
    is_beside = cut is not None and cut.start + cut.length + width(hint) < WIDEST
    if cut:
        lines += _draw(cut, gutter, mark="^", words=hint if is_beside else "", colour=colour, paint=paint)
    if hint and not is_beside:
        lines.append(f"{' ' * gutter} {paint('=', FRAME)} {hint}")
    for place, seen in related:
        lines.append(f"{' ' * gutter}{paint(':::', FRAME)} {tell_place(place)}")
        lines += _draw(seen, gutter, mark="-", words="", colour=FRAME, paint=paint) if seen else []
    if len(diagnostic.related) > _MOST_RELATED:
        lines.append(f"{' ' * gutter} {paint('=', FRAME)} and {len(diagnostic.related) - _MOST_RELATED} more places")
    return lines


def _draw(cut: Excerpt, gutter: int, *, mark: str, words: str, colour: str, paint: Paint) -> list[str]:
    bar = paint("|", FRAME)
    carets = paint(mark * cut.length + (f" {words}" if words else ""), colour)
    return [
        f"{' ' * gutter} {bar}",
        f"{paint(f'{cut.line:>{gutter}}', FRAME)} {bar} {cut.text}".rstrip(),
        f"{' ' * gutter} {bar} {' ' * cut.start}{carets}",
    ]
