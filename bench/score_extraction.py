"""Score `factsheet extract` on folders of annotated articles: `python bench/score_extraction.py FOLDER ... [--errors]`.

An article is NAME.txt with NAME.gold.json beside it. Prints, for each category, precision, recall and F1 over all
articles, the mean of the six core categories, the lowest and highest article, and how often groups, persons, places and
claims of each confidence were right.
"""
# ruff: noqa: E501 - annotations are JSON of many shapes, and tables print long lines

import json
import sys
import time
from datetime import date
from pathlib import Path

from extraction_counts import ALL, CORE, Tally, score

from factsheet import extraction


def run(folder: Path, *, errors: bool) -> None:
    total, per_article, took, letters = Tally(), {}, 0.0, 0
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
        began = time.perf_counter()
        found = extraction.annotate(extraction.find(text, date.fromisoformat(gold["published"])))
        took, letters = took + time.perf_counter() - began, letters + len(text)
        assert all(
            text[slice(*each["span"])] == each["text"]
            for kind in ("dates", "agreements", "claims")
            for each in found[kind]
        )
        tally = score(gold, found)
        told = [category for category in CORE if tally.right[category] + tally.missed[category] + tally.extra[category]]
        per_article[path.name[:-10]] = sum(tally.f1(category) for category in told) / len(told)
        for category in ALL:
            total.add(category, right=tally.right[category], extra=tally.extra[category], missed=tally.missed[category])
        for confidence, (right, of) in tally.sure.items():
            counts = total.sure.setdefault(confidence, [0, 0])
            counts[0], counts[1] = counts[0] + right, counts[1] + of
        total.errors += [f"{path.name[:-10]}: {told}" for told in tally.errors]
    print(
        f"{folder}: {len(per_article)} articles, {letters} characters, {1000 * took / max(1, len(per_article)):.0f} ms each"
    )
    print(f"  {'category':15} {'P':>5} {'R':>5} {'F1':>5}")
    for category in ALL:
        right, extra, missed = total.right[category], total.extra[category], total.missed[category]
        print(
            f"  {category:15} {right / max(1, right + extra):5.2f} {right / max(1, right + missed):5.2f} {total.f1(category):5.2f}"
        )
    print(f"  core macro F1   {sum(total.f1(category) for category in CORE) / len(CORE):.3f}")
    ranked = sorted((value, name) for name, value in per_article.items())
    print(f"  by article      {ranked[0][0]:.2f} ({ranked[0][1]}) to {ranked[-1][0]:.2f} ({ranked[-1][1]})")
    for confidence in ("high", "medium", "low"):
        right, of = total.sure.get(confidence, [0, 0])
        print(f"  names told {confidence:6} {right} of {of} right ({right / max(1, of):.2f})")
    if errors:
        print("\n".join(f"  {told}" for told in total.errors))


if __name__ == "__main__":
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    for name in folders or [str(Path(__file__).parent / "articles")]:
        run(Path(name), errors="--errors" in sys.argv)
