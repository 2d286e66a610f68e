"""Every rule is shown at work: annotated fixtures in `tests/rules/<vendor>/<runtime>/` against the pack of that runtime alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lockin_audit.core.runtime import Rule, Runtime
from lockin_audit.scan import fixtures as marks
from lockin_audit.scan.languages import analyse, exports
from lockin_audit.scan.model import RepositoryContext, SourceFile
from lockin_audit.scan.runtimes import load_runtimes

HERE = Path(__file__).parent
LANGUAGES = {
    ".py": "python",
    ".ts": "typescript",
    ".tsx": "tsx",
    ".js": "javascript",
    ".jsx": "javascript",
    ".mjs": "javascript",
    ".cs": "csharp",
    ".razor": "csharp",
    ".java": "java",
    ".kt": "kotlin",
    ".go": "go",
    ".rb": "ruby",
    ".php": "php",
    ".tf": "terraform",
    ".bicep": "bicep",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".toml": "toml",
    ".ipynb": "notebook",
    ".md": "markdown",
    ".rst": "rst",
    ".sql": "sql",
    ".sh": "shell",
}
FIXTURES = sorted(
    path
    for path in HERE.glob("*/*/**/*")
    if path.is_file() and not path.name.endswith(marks.SIDECAR) and not {"__pycache__", "node_modules"} & set(path.parts)
)


def language(path: Path) -> str:
    if path.name.startswith(".env") or path.suffix == ".env":
        return "dotenv"
    if path.name.startswith("Dockerfile"):
        return "dockerfile"
    return LANGUAGES.get(path.suffix, "text")


def pack_id(path: Path) -> str:
    vendor, runtime = path.relative_to(HERE).parts[:2]
    return f"{vendor}.{runtime}"


def source(path: Path) -> SourceFile:
    root = HERE.joinpath(*path.relative_to(HERE).parts[:2])
    return SourceFile(path.relative_to(root).as_posix(), language(path), path.read_bytes(), False)


@cache
def packs() -> dict[str, Runtime]:
    return {runtime.id: runtime for runtime in load_runtimes()}


@cache
def context(pack: str) -> RepositoryContext:
    """What the repository pass would know of the fixtures of one pack."""
    found = RepositoryContext()
    for path in FIXTURES:
        if pack_id(path) == pack:
            file = source(path)
            found.origins.update({f"{file.path}:{name}": origin for name, origin in exports(file).items()})
    return found


def candidates(rules: tuple[Rule, ...], data: bytes) -> list[Rule]:
    """Rules that the prefilter would let through: one of their literals stands in the file."""
    return [rule for rule in rules if any(literal.encode() in data for literal in rule.literals)]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_fixture_shows_exactly_the_marked_lines(path: Path) -> None:
    pack = packs()[pack_id(path)]
    file = source(path)
    expected = marks.read(path)
    unknown = expected.rules - {rule.id for rule in pack.rules}
    assert not unknown, f"marks name rules that {pack.id} does not have: {sorted(unknown)}"
    found = {(hit.rule.id, hit.line) for hit in analyse(file, candidates(pack.rules, file.data), context(pack.id))}
    problems = [f"line {line}: {rule} is marked evidence and was not found" for rule, line in sorted(expected.evidence - found)]
    problems += [f"line {line}: {rule} is marked ok and was found" for rule, line in sorted(expected.ok & found)]
    problems += [f"line {line}: {rule} is marked missed and is found now; mark it evidence" for rule, line in sorted(expected.missed & found)]
    rest = found - expected.evidence - expected.ok - expected.missed
    problems += [f"line {line}: {rule} was found and is not marked" for rule, line in sorted(rest)]
    assert not problems, "\n".join(sorted(problems, key=lambda text: int(text.split(":")[0].split()[1])))


def _marked(mark: str) -> set[str]:
    return {rule for path in FIXTURES for rule, _ in marks.read(path).of(mark)}


@pytest.mark.parametrize("mark", ["evidence", "ok"])
def test_every_rule_has_a_fixture_line(mark: str) -> None:
    shipped = {rule.id for pack in packs().values() for rule in pack.rules}
    missing = sorted(shipped - _marked(mark))
    assert not missing, f"{len(missing)} rules have no `{mark}:` line in any fixture: " + ", ".join(missing)


def test_every_fixture_folder_belongs_to_a_pack() -> None:
    assert {pack_id(path) for path in FIXTURES} <= set(packs())


def test_mark_above_speaks_of_the_next_line() -> None:
    text = "# evidence: a.b/c, a.b/d\n# ok: a.b/e\ncall()\ncall()  # missed: a.b/c\n// ok: not a rule id\n"
    expected = marks.read_text(text)
    assert expected.evidence == {("a.b/c", 3), ("a.b/d", 3)}
    assert expected.ok == {("a.b/e", 3)}
    assert expected.missed == {("a.b/c", 4)}


def test_sidecar_replaces_comments(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    (tmp_path / "x.json.expect.toml").write_text('[evidence]\n"a.b/c" = [1, 2]\n')
    assert marks.read(tmp_path / "x.json").evidence == {("a.b/c", 1), ("a.b/c", 2)}
