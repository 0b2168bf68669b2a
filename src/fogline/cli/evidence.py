"""`fogline evidence`: all that stands behind one claim, as a folder that can be handed on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with
from fogline.errors import StopRun


def evidence(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id.", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Where to; else evidence-ID here."),
    ] = None,
    ledger: LedgerPath = None,
) -> None:
    """Write a claim's evidence as a folder.

    It holds the captured bytes and the text read from them, the claim and its spans (W3C Web
    Annotation), how it came to be (W3C PROV), the judgements over it, the log from there to its
    head, all digests, a page to read (index.html) and one archive of all (evidence.wacz).
    """
    from fogline import conclusions
    from fogline.desk.wording import summary
    from fogline.ledger import Ledger

    folder = out or Path(f"evidence-{claim.removeprefix('claim:')}")
    if folder.exists() and any(folder.iterdir()):
        raise StopRun(f"{folder}: is there already (name another folder with --out)")
    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        files = conclusions.evidence(opened, claim, lambda found: summary(found).line)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    typer.echo(f"Evidence: {folder} ({counted(len(files), 'file')}; open index.html)")
