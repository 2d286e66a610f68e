"""Reads the runtime files: one TOML per runtime, found by its place, `lockin_audit/runtimes/<vendor>/<runtime>.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lockin_audit.core.data_files import PACKAGE, explain_validation, load, read_toml
from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import Runtime

BUNDLED = PACKAGE / "runtimes"


@cache
def load_runtimes(extra: Sequence[Path] = ()) -> tuple[Runtime, ...]:
    """All runtimes, sorted by id: the shipped ones and those of further folders (`--packs DIR`, passed as a tuple of paths).

    A file of a further folder whose id is known already changes that runtime: keys it gives replace the known ones, its facts come
    before them, a rule with a known id replaces that rule, any other rule is added.

    Raises:
        DataError: a folder holds no runtime file, a file is broken, its id is not its path, or a rule id is used twice.
    """
    found: dict[str, Runtime] = {}
    sources: dict[str, dict[str, Any]] = {}
    for base in (BUNDLED, *extra):
        if not base.is_dir():
            raise DataError(str(base), "is not a folder of runtime files.", "Name a folder that holds <vendor>/<runtime>.toml files.")
        paths = sorted(base.glob("*/*.toml"))
        if not paths:
            raise DataError(str(base), "holds no <vendor>/<runtime>.toml file.", "Put each runtime into a folder named after its vendor.")
        for path in paths:
            name = f"{base.name}/{path.relative_to(base).as_posix()}"
            expected = path.relative_to(base).as_posix().removesuffix(".toml").replace("/", ".")
            known = found.get(expected)
            if known is None or base is BUNDLED:
                runtime = load(path, Runtime, name=name)
            else:
                changed = _changed(sources.get(expected) or read_toml(BUNDLED / f"{expected.replace('.', '/', 1)}.toml"), path, name)
                sources[expected] = changed
                runtime = _valid(changed, name)
            if extra and base is not BUNDLED and known is None:
                sources[expected] = read_toml(path, name=name)
            _check(runtime, expected, name)
            found[runtime.id] = runtime
    return tuple(found[key] for key in sorted(found))


def _changed(known: dict[str, Any], path: Path, name: str) -> dict[str, Any]:
    """What is known of a runtime with the changes of a further file."""
    change = read_toml(path, name=name)
    rules, facts = change.get("rule", []), change.get("fact", [])
    if not isinstance(rules, list) or not isinstance(facts, list):
        raise DataError(name, "writes rule or fact as one table.", "Write [[rule]] and [[fact]].")
    new = {rule.get("id"): rule for rule in rules if isinstance(rule, dict)}
    if len(new) < len(rules):
        raise DataError(name, "has a rule without an id, or one id twice.", "Give each rule its own id.")
    kept = [new.pop(rule["id"], rule) for rule in known.get("rule", [])]
    return {**known, **change, "fact": [*facts, *known.get("fact", [])], "rule": [*kept, *new.values()]}


def _valid(data: dict[str, Any], name: str) -> Runtime:
    from pydantic import ValidationError

    try:
        return Runtime.model_validate(data)
    except ValidationError as error:
        raise explain_validation(name, error) from None


def _check(runtime: Runtime, expected: str, name: str) -> None:
    """Refuse a runtime that is not at its place, and rules that are not its own or stand twice."""
    if runtime.id != expected:
        raise DataError(name, f"holds runtime {runtime.id!r}.", f"Name it {expected!r} or move the file.")
    seen: set[str] = set()
    for rule in runtime.rules:
        if not rule.id.startswith(runtime.id + "/"):
            raise DataError(name, f"rule {rule.id!r} does not begin with {runtime.id}/.", "Rename the rule.")
        if rule.id in seen:
            raise DataError(name, f"rule {rule.id!r} stands twice.", "Give the second its own id.")
        seen.add(rule.id)
