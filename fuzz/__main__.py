"""Fuzz what reads strangers' input, some minutes long.

    .venv/bin/python -m fuzz [TARGET ...] [--seconds 60]

With atheris installed, its coverage leads; else hypothesis changes good inputs at random and
shrinks what breaks. The exit status is 1 where something broke: make a test of it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import traceback
from importlib.util import find_spec
from pathlib import Path

from hypothesis import HealthCheck, Verbosity, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("feed", "html", "warc", "dump", "mail", "robots", "list", "query")


def main() -> int:
    """Fuzz each target for its time."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("targets", nargs="*", default=NAMES, help=", ".join(NAMES))
    asked.add_argument("--seconds", type=int, default=60, help="for each target")
    asked.add_argument("--without-atheris", action="store_true")
    options = asked.parse_args()
    led = find_spec("atheris") is not None and not options.without_atheris
    broken = 0
    for name in options.targets:
        sys.stdout.write(f"{name}: {options.seconds} s, {'atheris' if led else 'hypothesis'}\n")
        sys.stdout.flush()
        broken += not (by_atheris if led else by_hypothesis)(name, options.seconds)
    return int(broken > 0)


def by_atheris(name: str, seconds: int) -> bool:
    """Run one target led by coverage, in a process of its own; what broke is kept as a file."""
    crashes = ROOT / "fuzz" / "crashes"
    crashes.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "fuzz.led", name, f"-max_total_time={seconds}"]
    command += ["-timeout=30", "-rss_limit_mb=4096", f"-artifact_prefix={crashes}/{name}-"]
    return subprocess.run([*command, "-verbosity=0"], cwd=ROOT, check=False).returncode == 0


def by_hypothesis(name: str, seconds: int) -> bool:
    """Run one target on good inputs with random edits."""
    from fuzz.targets import checked, seeds

    target, begun, count = checked(name), time.monotonic(), 0

    @settings(
        max_examples=200,
        database=None,
        deadline=None,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(seeds(name)), st.lists(EDIT, max_size=8))
    def check(start: bytes, edits: list[tuple[float, int, bytes]]) -> None:
        nonlocal count
        count += 1
        target(edited(start, edits))

    number = 0
    try:
        while time.monotonic() - begun < seconds:
            number += 1
            seed(number)(check)()
    except Exception:  # noqa: BLE001 - whatever it is, the other targets have their turn
        traceback.print_exc()
        return False
    sys.stdout.write(f"  {count} inputs, nothing broke\n")
    return True


EDIT = st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12))


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Replace stretches of an input: each edit is a place (0-1), a length and the new bytes."""
    for place, length, new in edits:
        at = int(place * len(data))
        data = data[:at] + new + data[at + length :]
    return data


if __name__ == "__main__":
    raise SystemExit(main())
