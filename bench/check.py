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


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Return the seconds a command took, those of a processor, and its peak memory in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, cwd=REPOSITORY)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    assert os.waitstatus_to_exitcode(status) in {0, 1}, command
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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
        taken: dict[str, list[tuple[float, float, float]]] = {
            name: [] for name in ("plain", "cold", "warm", "edit", "own")
        }
        for number in range(asked.rounds):
            taken["plain"].append(run(plain, environment))
            forget(folder)
            taken["cold"].append(run(ours, environment))
            taken["warm"].append(run(ours, environment))
            edit(folder, number)
            taken["edit"].append(run(ours, environment))
            forget(REPOSITORY)
            taken["own"].append(run(own, environment))
    print(f"{asked.records:,} records, {size / asked.records / 1000:.1f} KB each; medians of {asked.rounds} rounds")
    print("                 times as fast as the plain script")
    print("         wall s   by wall   by processor    bar")
    for name, found in taken.items():
        wall, processor = (
            statistics.median(p[n] / s[n] for p, s in zip(taken["plain"], found, strict=True)) for n in (0, 1)
        )
        middle = statistics.median(seconds for seconds, _, _ in found)
        print(f"{name:6} {middle:8.2f} {wall:9.1f} {processor:14.1f} {BARS.get(name, ''):>6}")
    memory = max(peak for _, _, peak in taken["cold"])
    print(f"memory {memory:.0f} MB (bar 150); load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
