"""Reads the runtime files: one TOML per runtime, found by its place, `lockin_audit/runtimes/<vendor>/<runtime>.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import Runtime

BUNDLED = PACKAGE / "runtimes"


@cache
def load_runtimes(extra: Sequence[Path] = ()) -> tuple[Runtime, ...]:
    """All runtimes, sorted by id: the shipped ones and those of further folders (`--packs DIR`, passed as a tuple of paths).

    Raises:
        DataError: a file is broken, its id is not its path, or an id or rule id is used twice.
    """
    found: dict[str, Runtime] = {}
    rules: dict[str, str] = {}
    for base in (BUNDLED, *extra):
        if not base.is_dir():
            raise DataError(str(base), "is not a folder of runtime files.", "Name a folder that holds <vendor>/<runtime>.toml files.")
        for path in sorted(base.glob("*/*.toml")):
            name = path.relative_to(base).as_posix()
            runtime = load(path, Runtime, name=f"{base.name}/{name}")
            expected = name.removesuffix(".toml").replace("/", ".")
            if runtime.id != expected:
                raise DataError(f"{base.name}/{name}", f"holds runtime {runtime.id!r}.", f"Name it {expected!r} or move the file.")
            if runtime.id in found:
                raise DataError(f"{base.name}/{name}", f"runtime {runtime.id!r} exists already.", "Give it another id.")
            found[runtime.id] = runtime
            for rule in runtime.rules:
                if not rule.id.startswith(runtime.id + "/"):
                    raise DataError(f"{base.name}/{name}", f"rule {rule.id!r} does not begin with {runtime.id}/.", "Rename the rule.")
                if rule.id in rules:
                    raise DataError(f"{base.name}/{name}", f"rule {rule.id!r} stands twice.", "Give the second its own id.")
                rules[rule.id] = runtime.id
    return tuple(found[key] for key in sorted(found))
