"""Writes the seed to the ledger file named on the command line."""

import sys
from pathlib import Path

from seed import fill

fill(Path(sys.argv[1]))
