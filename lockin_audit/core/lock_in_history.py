"""Points of earlier audits, so that the growth of lock-in can be measured instead of assumed."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field

from lockin_audit.core.data_files import read_json
from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record


class DatedPoints(Record):
    """What leaving would have taken on one day."""

    on: date
    points: float = Field(ge=0, le=1e9)
    """Effort points of the list `leave the runtime`."""
    source: str = ""
    """Where the figure comes from."""


class LockInConfig(Record):
    """How the work to leave has grown so far."""

    history: tuple[str, ...] = ()
    """Earlier audits: files of `audit --format json` or `study.json`, relative to this file. The day is the file's own `as_of`, else the
    one in its name: `audit-2026-05.json`, `audit-2026-05-31.json`."""
    points: tuple[DatedPoints, ...] = Field(default=(), alias="point")
    """Points by day, where the audits themselves were not kept."""


def read_history(settings: LockInConfig, folder: Path) -> LockInConfig:
    """The same settings with the points of the files named under `history`, which is then empty.

    Args:
        settings: what the config says.
        folder: where its paths start.
    Raises:
        DataError: a file that is missing, is no audit, or bears no day.
    """
    read = tuple(_read(folder / name, name) for name in settings.history)
    return settings.model_copy(update={"history": (), "points": (*settings.points, *read)})


def _read(path: Path, name: str) -> DatedPoints:
    where = f"[lock_in] history: {name}"
    remedy = "Name a file of `lockin-audit audit --format json` or a study.json; paths start at the folder of the config."
    data = read_json(path, name=where, remedy=remedy)
    points = _points(data)
    if points is None:
        raise DataError(where, "is neither an audit nor a study.", remedy)
    return DatedPoints(on=_day(data, name, where), points=points, source=name)


def _points(data: Any) -> float | None:
    if not isinstance(data, dict):
        return None
    audit = data["audit"] if isinstance(data.get("audit"), dict) else data
    items = audit.get("rebuild")
    if not isinstance(items, list) or not str(data.get("schema", "")).startswith(("lockin-audit/audit/", "lockin-audit/study/")):
        return None
    total = 0.0
    for item in items:
        if not isinstance(item, dict) or not isinstance(item.get("points"), int | float):
            return None
        lists = item.get("lists", item.get("triggers", ["leave_runtime"]))
        total += float(item["points"]) if isinstance(lists, list) and "leave_runtime" in lists else 0.0
    return total


def _day(data: dict[str, Any], name: str, where: str) -> date:
    found = re.search(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)", str(data.get("as_of") or "") or Path(name).name)
    try:
        if found is None:
            raise ValueError
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        remedy = "Put the day into its name, such as audit-2026-05-31.json, or write it as a [[lock_in.point]]."
        raise DataError(where, "bears no day.", remedy) from None
