"""Any bytes as a record: exit code 0 or 1, a report that is one, no trace and no hang."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factsheet.cli import main
from tests.cli.test_refusals import FILES, GROUP
from tests.publication.built import ROOT

SLIPS = (b"", b":", b"\n", b"  ", b"{", b"[", b'"', b"- ", b"\xff", b"#")
SETTINGS = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(folder: Path, data: bytes) -> None:
    """Check a small publication in which one record is `data`."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "content/groups/any.yaml").write_bytes(data)
    assert main(["-C", str(folder), "check", "--format", "json"]) in {0, 1}


@SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, capfd: pytest.CaptureFixture[str], data: bytes) -> None:
    check(tmp_path, data)
    assert "Traceback" not in capfd.readouterr().err


@SETTINGS
@given(st.text(max_size=200))
def test_any_text_as_a_name(tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').encode("utf-8", "surrogatepass")
    check(tmp_path, GROUP.replace("Liwa al-Haqq", '"@"').encode().replace(b"@", quoted))
    assert "Traceback" not in capfd.readouterr().err


@SETTINGS
@given(st.integers())
def test_any_change_to_a_real_record(tmp_path: Path, capfd: pytest.CaptureFixture[str], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    file = chance.choice(sorted((ROOT / "content/groups").glob("*.yaml")))
    data = bytearray(file.read_bytes()[:4000])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 3)] = chance.choice(
            [b"", b":", b"\n", b"  ", b"{", b"[", b'"', b"- ", b"\xff", b"#"]
        )
    check(tmp_path, bytes(data))
    assert "Traceback" not in capfd.readouterr().err
