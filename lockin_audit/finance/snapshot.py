"""A study written earlier, read back from its JSON as far as a comparison of two needs it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.config import Config
from lockin_audit.core.data_files import explain_validation
from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record
from lockin_audit.core.text import visible

_REMEDY = "Name a study.json of `assess` or a file of `lockin-audit cost --format json`."
_SCHEMAS = ("lockin-audit/cost/1", "lockin-audit/study/1")


class SnapshotOption(Record):
    """An option's figures; None where a price was missing."""

    label: str
    total: float | None
    npv: float | None


class SnapshotPrice(Record):
    """A price row."""

    unit_price: str
    currency: str
    unit: str
    effective_from: str | None
    checked_on: str | None
    source: str


class SnapshotItem(Record):
    """One item of the rebuild list."""

    item: str
    workflow: str
    sites: int
    points: float
    days: float
    leaves: bool
    """Whether it stands on the list for leaving the runtime."""


class Snapshot(Record):
    """One study."""

    name: str
    """File it was read from."""
    kind: str
    """`cost` or `study`."""
    as_of: str
    tool_version: str | None
    currency: str
    horizon_months: int
    discounting: str
    scenario: str
    assumptions: tuple[Assumption, ...]
    options: dict[str, SnapshotOption]
    compared: tuple[str, str] | None
    saving_npv: float | None
    payback_month: int | None
    simulated: dict[str, float | None]
    """`p10`, `p50`, `p90` of the saving, and `probability_owned_cheaper`."""
    prices: dict[str, SnapshotPrice]
    """By assumption."""
    structure: Config | None
    """None in a file written before structures were."""
    rebuild: tuple[SnapshotItem, ...] | None
    """None without an audit."""
    verdicts: dict[str, str] = {}
    """Question → verdict, of a study."""
    sites: int | None = None
    """Places of evidence, of a study."""


def read_snapshot(data: Any, name: str) -> Snapshot:
    """The study in a parsed JSON document.

    Raises:
        DataError: it is no study of ours, or damaged.
    """
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(data, dict) or schema not in _SCHEMAS:
        found = f"its schema is {visible(str(schema), 60)!r}" if schema else "it names no schema"
        raise DataError(name, f"is no cost study ({found}).", _REMEDY)
    clean: dict[str, Any] = _clean(data)
    try:
        return _snapshot(clean, name)
    except ValidationError as error:
        fault = explain_validation(name, error)
        raise DataError(fault.where, f"is damaged: {fault.problem}", _REMEDY) from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(name, f"is damaged: {visible(str(error), 100)} is missing or of the wrong kind.", _REMEDY) from None


def _clean(value: Any) -> Any:
    """Every text as one visible line, so that nothing a file says steers a terminal; numbers that are not finite are refused."""
    if isinstance(value, str):
        return visible(value, 2000)
    if isinstance(value, dict):
        return {visible(str(key), 300): _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _snapshot(data: Mapping[str, Any], name: str) -> Snapshot:
    whole = data["schema"] == "lockin-audit/study/1"
    cost = data["cost"] if whole else data
    comparison, simulation = cost.get("comparison") or {}, cost.get("simulation") or {}
    ends = (comparison.get("from_" if whole else "from"), comparison.get("to"))
    quantiles = simulation if whole else simulation.get("saving_npv") or {}
    structure = cost.get("structure")
    return Snapshot(
        name=name,
        kind="study" if whole else "cost",
        as_of=cost["as_of"],
        tool_version=data.get("tool_version"),
        currency=cost["currency"],
        horizon_months=cost["horizon_months"],
        discounting=cost.get("discounting") or "",
        scenario=cost["scenario"],
        assumptions=tuple(_assumption(a) for a in cost["assumptions"]),
        options={
            id: SnapshotOption(label=o.get("label") or id, **{k: None if whole and o["unpriced"] else o[k] for k in ("total", "npv")})
            for id, o in cost["options"].items()
        },
        compared=(ends[0], ends[1]) if ends[0] and ends[1] else None,
        saving_npv=comparison.get("saving_npv"),
        payback_month=comparison.get("payback_month"),
        simulated={
            **{key: quantiles.get(key) for key in ("p10", "p50", "p90")},
            "probability_owned_cheaper": simulation.get("probability_owned_cheaper"),
        },
        prices={p["assumption"]: SnapshotPrice(**{k: p.get(k) for k in SnapshotPrice.model_fields}) for p in cost.get("prices", ())},
        structure=None if structure is None else Config.model_validate(structure),
        rebuild=_rebuild(data["audit"]["rebuild"]) if whole else None,
        verdicts={q: v["verdict"] for q, v in data["audit"]["questions"].items()} if whole else {},
        sites=len(data["audit"]["sites"]) if whole else None,
    )


def _assumption(data: Mapping[str, Any]) -> Assumption:
    return Assumption.model_validate({"label": data["id"]} | {k: data[k] for k in Assumption.model_fields if data.get(k) is not None})


def _rebuild(items: list[Any]) -> tuple[SnapshotItem, ...]:
    return tuple(
        SnapshotItem(
            item=i["item"],
            workflow=i.get("workflow") or "",
            sites=i["sites"],
            points=i["points"],
            days=i["days"]["likely"],
            leaves="leave_runtime" in i.get("triggers", ("leave_runtime",)),
        )
        for i in items
    )
