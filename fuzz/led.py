"""One target under atheris; run by `python -m fuzz`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["fogline", "feedparser", "protego"]):
    from fuzz.targets import checked, seeds


def main() -> None:
    """Fuzz the target that is named first; what follows goes to libFuzzer."""
    name = sys.argv[1]
    corpus = Path(tempfile.mkdtemp())
    for number, data in enumerate(seeds(name)):
        (corpus / str(number)).write_bytes(data)
    atheris.Setup([sys.argv[0], *sys.argv[2:], str(corpus)], checked(name))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
