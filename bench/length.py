"""Reading time and memory against a document's length: `.venv/bin/python -m bench.length [WORDS
...]`.

Each length is read in a process of its own; the text is that of the bundled corpus, over and over,
its numbers changed each time, so that no sentence is met twice. Printed: processor seconds on one
thread (what else the machine does counts little), words a second, and the most memory held.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time

from fogline import demo, reading
from fogline.model import Document, Part, Published
from fogline.settings import Settings

LENGTHS = (12_500, 25_000, 50_000, 100_000)


def main() -> None:
    """Read each length in a child, or, as the child, one."""
    if sys.argv[1:2] == ["--child"]:
        measure(int(sys.argv[2]))
        return
    for words in map(int, sys.argv[1:] or LENGTHS):
        subprocess.run([sys.executable, "-m", "bench.length", "--child", str(words)], check=True)


def measure(words: int) -> None:
    """Read one document of so many words and print what it took."""
    text = long_text(words)
    whole = Document("sha256:0", text, (Part("p1", "body", 0, len(text)),), Published("2024-03-06"))
    reader = reading.load(Settings(workers=1, threads=1))
    reader.read(Document("sha256:1", "Warm.", (Part("p1", "body", 0, 5),)))
    began = time.process_time()
    claims = reader.read(whole).claims
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = f"{took:6.1f} s  {words / took:6.0f} words/s"
    print(f"{words:>7} words  {speed}  {peak:5.0f} MiB  {len(claims)} claims")


def long_text(words: int) -> str:
    """Return a text of so many words out of the bundled gold texts."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(demo.gold().glob("*.txt"))]
    found: list[str] = []
    turn = 0
    while len(found) < words:
        for text in texts:
            found += re.sub(r"\b\d\b", str(turn % 10), text).split(" ")
        turn += 1
    return " ".join(found[:words])


if __name__ == "__main__":
    main()
