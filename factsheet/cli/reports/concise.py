"""One line a problem: what editors and `grep` read."""

from factsheet.cli.reports.found import COLOURS, Found, disarm, summarise, tell_cap, tell_place
from factsheet.cli.showing import harmless


def report_concisely(found: Found) -> str:
    """Return a line `path:line:column: severity[rule]: message; hint` for each problem, and the summary."""
    lines = []
    for each in found.shown:
        word = found.paint(f"{each.severity}[{each.rule}]", COLOURS[each.severity])
        hint = f"; {harmless(each.hint)}" if each.hint else ""
        line = f"{tell_place(each.at)}: {word}: {harmless(each.message)}{hint}"
        lines.append(f"./{line}" if line.startswith("::") else line)  # else a CI service would obey it
    lines += [line for line in (tell_cap(found), summarise(found.everything)) if line]
    return disarm("\n".join(lines)) + "\n"
