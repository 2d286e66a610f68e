"""Reads the runtime files: one TOML per runtime, found by its place, `lockin_audit/runtimes/<vendor>/<runtime>.toml`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lockin_audit.core.data_files import PACKAGE, explain_validation, load, read_toml
from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import Runtime
from lockin_audit.scan.store import MOST_RULE_SETS, RULES, digest, keep, program_digest, read_kept

BUNDLED = PACKAGE / "runtimes"


class Runtimes(tuple[Runtime, ...]):
    """Runtimes as they stand in files, with the digest of those files."""

    digest: bytes


@cache
def load_runtimes(extra: Sequence[Path] = (), kept: Path | None = None) -> tuple[Runtime, ...]:
    """All runtimes, sorted by id: the shipped ones and those of further folders (`--packs DIR`, passed as a tuple of paths).

    A file of a further folder whose id is known already changes that runtime: keys it gives replace the known ones, its facts come
    before them, a rule with a known id replaces that rule, any other rule is added.

    Args:
        extra: further folders.
        kept: cache folder of the tool. The records read from the same bytes by the same version are kept there as JSON, which is read
            about ten times as fast as TOML; None reads the TOML files.
    Raises:
        DataError: a folder holds no runtime file, a file is broken, its id is not its path, a rule id is used twice, or a pattern of a
            further folder is none, or one that a text can keep busy.
    """
    files = {base: _files(base) for base in (BUNDLED, *extra)}
    if kept is None:
        return _read(files)
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(tuple[Runtime, ...])
    name = _digest(files)
    place = kept / RULES / f"{name}.packs"
    body = read_kept(place)
    if body is not None:
        try:
            return _digested(adapter.validate_json(body), name)
        except ValidationError:
            pass
    runtimes = _read(files)
    keep(place, adapter.dump_json(runtimes, by_alias=True, exclude_defaults=True), most=MOST_RULE_SETS)
    return _digested(runtimes, name)


def _digested(runtimes: Iterable[Runtime], name: str) -> Runtimes:
    known = Runtimes(runtimes)
    known.digest = name.encode()
    return known


def rules_digest(runtimes: Sequence[Runtime]) -> bytes:
    """What stands for all that decides what is found: the digest of the files the runtimes come from, else one of their rules."""
    if isinstance(runtimes, Runtimes):
        return runtimes.digest
    total = hashlib.sha256()
    for runtime in runtimes:
        total.update(
            runtime.model_dump_json(exclude={"facts", "summary", "status", "swap_targets"}).encode("utf-8", "backslashreplace") + b"\n"
        )
    return total.digest()


def _files(base: Path) -> list[Path]:
    if not base.is_dir():
        raise DataError(str(base), "is not a folder of runtime files.", "Name a folder that holds <vendor>/<runtime>.toml files.")
    paths = sorted(base.glob("*/*.toml"))
    if not paths:
        raise DataError(str(base), "holds no <vendor>/<runtime>.toml file.", "Put each runtime into a folder named after its vendor.")
    return paths


def _digest(files: dict[Path, list[Path]]) -> str:
    """Name of what these files say, read by this version; a file that cannot be read is reported where it is parsed."""
    parts: list[str | bytes] = [program_digest()]
    for base, paths in files.items():
        parts.append(f"{len(paths)} files")
        for path in paths:
            parts.append(path.relative_to(base).as_posix())
            try:
                parts.append(path.read_bytes())
            except OSError:
                parts.append(b"unread")
    return digest(*parts)


def _read(files: dict[Path, list[Path]]) -> tuple[Runtime, ...]:
    found: dict[str, Runtime] = {}
    sources: dict[str, dict[str, Any]] = {}
    for base, paths in files.items():
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
            if base is not BUNDLED and known is None:
                sources[expected] = read_toml(path, name=name)
            _check(runtime, expected, name)
            if base is not BUNDLED:
                from lockin_audit.scan.own_patterns import check_patterns

                shipped = {rule.id: rule for rule in known.rules} if known is not None else {}
                check_patterns(name, (rule for rule in runtime.rules if rule != shipped.get(rule.id)))
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
