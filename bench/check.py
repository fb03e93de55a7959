"""`factsheet check` beside a plain script, on the same made-up publication, in one run.

    python bench/check.py [--records 1000] [--rounds 5]

The plain script reads each file with PyYAML's C loader and checks it with jsonschema against the same schemas: no
references, no rules, no places. Cold: nothing remembered. Warm: nothing changed. Edit: one word of one file changed.
Compiled Python is kept in a folder of the run, for both.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from corpus import write_corpus

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
BARS = {"cold": 4.0, "warm": 15.0, "edit": 6.0}


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds a command took and its peak memory in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, cwd=REPOSITORY)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    assert os.waitstatus_to_exitcode(status) in {0, 1}, command
    return seconds, usage.ru_maxrss / 1024


def forget(folder: Path) -> None:
    for path in (folder / ".factsheet").glob("*.json"):
        path.unlink()


def edit(folder: Path, number: int) -> None:
    path = folder / f"content/events/event-{number}.yaml"
    path.write_text(path.read_text().replace("as_of: 2024-06-01", f"as_of: 2024-06-{number + 2:02}"))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "publication"
        size = write_corpus(asked.records, folder)
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{scratch}/bytecode", "PYTHONPATH": str(REPOSITORY)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [sys.executable, "-m", "factsheet", "-C", str(folder), "check", "--format", "concise"]
        plain = [sys.executable, str(HERE / "plain_check.py"), str(folder)]
        own = [sys.executable, "-m", "factsheet", "-C", str(REPOSITORY), "check", "--format", "concise"]
        for command in (ours, plain):  # once for the bytecode
            run(command, environment)
        times: dict[str, list[float]] = {name: [] for name in ("plain", "cold", "warm", "edit", "own")}
        memory = 0.0
        for number in range(asked.rounds):
            times["plain"].append(run(plain, environment)[0])
            forget(folder)
            seconds, peak = run(ours, environment)
            times["cold"].append(seconds)
            memory = max(memory, peak)
            times["warm"].append(run(ours, environment)[0])
            edit(folder, number)
            times["edit"].append(run(ours, environment)[0])
            forget(REPOSITORY)
            times["own"].append(run(own, environment)[0])
    print(f"{asked.records:,} records, {size / asked.records / 1000:.1f} KB each; medians of {asked.rounds} rounds")
    base = statistics.median(times["plain"])
    for name, found in times.items():
        middle = statistics.median(found)
        ratios = statistics.median(p / s for p, s in zip(times["plain"], found, strict=True))
        bar = f"   bar {BARS[name]:.0f} times" if name in BARS else ""
        print(f"{name:6} {middle:6.2f} s   {ratios:5.1f} times as fast as the plain script{bar}")
    print(f"memory {memory:.0f} MB (bar 150); plain {base:.2f} s; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
