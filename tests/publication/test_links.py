"""Every link inside the output leads to a file that is there, and to a place in it that exists."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from tests.publication.built import Built

ADDRESSES = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"))


def find_broken(out: Path) -> tuple[list[str], int]:
    """Return the links that lead nowhere, and how many were followed."""
    trees = {path: html.fromstring(path.read_bytes()) for path in out.rglob("*.html")}
    places = {path: {str(each) for each in tree.xpath("//@id")} for path, tree in trees.items()}
    broken, count = [], 0
    for path, tree in trees.items():
        for tag, name in ADDRESSES:
            for element in tree.iter(tag):
                parts = urlsplit(str(element.get(name, "")))
                if parts.scheme or parts.netloc:
                    assert parts.scheme in {"http", "https", "mailto"}, f"{path}: {element.get(name)}"
                    continue
                count += 1
                assert not parts.path.startswith("/") or path.name == "404.html", f"{path}: {parts.path} is absolute"
                folder = out if parts.path.startswith("/") else path.parent
                target = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
                ids = places.get(target, {parts.fragment})
                if not target.is_file() or (parts.fragment and parts.fragment not in ids):
                    broken.append(f"{path.relative_to(out)}: {element.get(name)}")
    return broken, count


def test_every_link_leads_somewhere(built: Built) -> None:
    broken, count = find_broken(built.out)
    assert not broken, "\n".join(broken[:20])
    assert count > 10_000


def test_a_link_that_leads_nowhere_is_found(built: Built, tmp_path: Path) -> None:
    tmp_path.joinpath("a.html").write_text(
        '<a href="b.html">b</a> <a href="#c">c</a> <a href="a.html">a</a>', encoding="utf-8"
    )
    assert find_broken(tmp_path) == (["a.html: b.html", "a.html: #c"], 3)
    assert built.out.is_dir()


def test_styles_ask_only_for_files_that_are_there(built: Built) -> None:
    style = (built.out / "assets/screen.css").read_text(encoding="utf-8")
    wanted = [part.split(")")[0].strip("\"'") for part in style.split("url(")[1:]]
    assert len(wanted) >= 8
    assert all((built.out / "assets" / name).is_file() for name in wanted)
    assert "http" not in style


def test_pages_have_no_script_style_or_handler_inside(built: Built) -> None:
    for path in built.out.rglob("*.html"):
        tree = html.fromstring(path.read_bytes())
        assert not tree.xpath("//@style"), path
        assert not tree.xpath("//style"), path
        assert not tree.xpath("//script[not(@src) and not(@type='application/ld+json')]"), path
        assert not tree.xpath("//@*[starts-with(name(), 'on')]"), path
