"""The house stands as design.md draws it: imports point down, without a cycle.

Every import counts, also those inside functions; only those for types alone do not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"

# Each room and the rooms below it that it may import. `demo` holds data files and their paths.
BASE = {"model", "errors", "settings", "chain"}
MIDDLE = {"intake", "reading", "weighing", "ledger", "export"}
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "chain": set(),
    "settings": {"errors"},
    "demo": BASE,
    **dict.fromkeys(MIDDLE, BASE),
    "neighbourhood": BASE | MIDDLE,
    "arrivals": BASE | MIDDLE,
    "derivation": BASE | MIDDLE | {"neighbourhood", "arrivals"},
    "pipeline": BASE | MIDDLE | {"derivation"},
    "conclusions": BASE | MIDDLE,
    "following": BASE | MIDDLE | {"pipeline"},
    "desk": BASE | MIDDLE | {"pipeline", "conclusions"},
    "cli": BASE | MIDDLE | {"pipeline", "conclusions", "following", "desk", "demo"},
    "fogline": BASE | MIDDLE | {"pipeline", "conclusions"},
    "__main__": {"cli"},
}

# The folders of weighing, each of which may import those before it.
WEIGHING = (
    "measures",
    "sources",
    "views",
    "parties",
    "occurrence",
    "origin",
    "conflict",
    "forecast",
    "record",
)

# What only one place may import.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "spacy": ("fogline.reading",),
    "onnxruntime": ("fogline.reading.language",),
    "sqlalchemy": ("fogline.ledger",),
    "sqlite3": ("fogline.ledger", "fogline.reading.gazetteer"),  # an index of places, no ledger
    "alembic": ("fogline.ledger",),
    "fastapi": ("fogline.desk",),
    "starlette": ("fogline.desk",),
    "uvicorn": ("fogline.desk", "fogline.cli"),
    "typer": ("fogline.cli",),
    "rich": ("fogline.cli",),
    "trafilatura": ("fogline.intake",),
    "feedparser": ("fogline.intake",),
    "protego": ("fogline.intake",),
    "httpx2": ("fogline.intake",),
    "pydantic": ("fogline.settings", "fogline.desk"),
}


MAY_SEE_THE_ENVIRONMENT = {
    "fogline.settings",
    "fogline.intake.cell",  # hands it on to a child process
}


def modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    return {name_of(path): path for path in sorted(SOURCE.glob("fogline/**/*.py"))}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> list[tuple[str, int]]:
    """Return the dotted names that a file imports, with lines; `from a import b` gives a.b."""
    return list(imported(parsed(path)))


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in run_time_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import on line {node.lineno}"
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def run_time_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Walk a tree but for the bodies of `if TYPE_CHECKING:`."""
    if isinstance(tree, ast.If) and "TYPE_CHECKING" in ast.unparse(tree.test):
        return
    yield tree
    for child in ast.iter_child_nodes(tree):
        yield from run_time_nodes(child)


def ours(target: str, known: dict[str, Path]) -> str | None:
    """Return the module of ours that an imported name stands in, or None."""
    while target and target not in known:
        target = target.rpartition(".")[0]
    return target or None


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def graph() -> dict[str, dict[str, int]]:
    """Return, for each module, the modules of ours that it imports and on which line."""
    known = modules()
    edges: dict[str, dict[str, int]] = {}
    for name, path in known.items():
        found = imports(path)
        targets = ((ours(target, known), line) for target, line in found)
        edges[name] = {target: line for target, line in targets if target and target != name}
    return edges


def test_imports_point_down() -> None:
    wrong = [
        f"{name}:{line} imports {target}"
        for name, targets in graph().items()
        for target, line in targets.items()
        if room(target) != room(name) and room(target) not in ALLOWED[room(name)]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_folders_of_weighing_import_those_before_them() -> None:
    """What stands beside them may import any; of it they import only what has no folder's matter.

    Those are people's decisions, and what was lately worked out.
    """
    height = {f"fogline.weighing.{name}": i for i, name in enumerate(WEIGHING)}
    beside = {"fogline.weighing.decisions": -1, "fogline.weighing.lately": -1}
    level = {
        name: (height | beside).get(".".join(name.split(".")[:3]), len(WEIGHING))
        for name in modules()
        if name.startswith("fogline.weighing.")
    }
    wrong = [
        f"{name}:{line} imports {target}"
        for name, targets in graph().items()
        for target, line in targets.items()
        if name in level and level.get(target, -1) > level[name]
    ]
    assert set(WEIGHING) == {path.parent.name for path in SOURCE.glob("fogline/weighing/*/*.py")}
    assert not wrong, "\n".join(wrong)


def test_every_room_is_drawn() -> None:
    assert {room(name) for name in modules()} == set(ALLOWED)


def test_no_import_cycle() -> None:
    cycle = first_cycle({name: set(targets) for name, targets in graph().items()})
    assert not cycle, " -> ".join(cycle)


def first_cycle(edges: dict[str, set[str]]) -> list[str]:
    """Return one cycle as a path that ends where it starts, or an empty list."""
    done: set[str] = set()

    def visit(node: str, path: list[str]) -> list[str]:
        if node in path:
            return [*path[path.index(node) :], node]
        if node in done:
            return []
        found = (visit(target, [*path, node]) for target in sorted(edges.get(node, ())))
        cycle = next((c for c in found if c), [])
        done.add(node)
        return cycle

    return next((c for node in edges if (c := visit(node, []))), [])


def test_the_cycle_finder_finds_one() -> None:
    assert first_cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert first_cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_libraries_stay_in_their_room(library: str) -> None:
    wrong = [
        f"{name}:{line}"
        for name, path in modules().items()
        for target, line in imports(path)
        if target.split(".")[0] == library and not name.startswith(ONLY_IN[library])
    ]
    assert not wrong, f"{library} is imported in {wrong}"


def test_settings_alone_reads_the_environment() -> None:
    wrong = [
        name
        for name, path in modules().items()
        if name not in MAY_SEE_THE_ENVIRONMENT
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}
    ]
    assert not wrong, wrong


def test_the_library_never_prints() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, path in modules().items()
        if room(name) != "cli"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert not wrong, wrong
