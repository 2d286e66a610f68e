"""Which meter a name stands for: its id, its label, words of either, or its id in another unit, wherever only one can be meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.prices.price import Meter, Product
from lockin_audit.prices.quantity import Unit, named_unit

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Named:
    """A meter found by a name."""

    meter: Meter
    unit: str = ""
    """Unit the name tells, where that is not the meter's own: `vcpu_hours` for a meter that counts vCPU-seconds."""


def find_meter(product: str, meters: Sequence[Meter], name: str) -> Named:
    """The meter a name stands for.

    Args:
        product: product id, for errors.
        meters: its meters.
        name: the id, the label, another name of it, words in a row of these, or the id with another unit (`vcpu_hours`).
    Raises:
        AuditError: none, or more than one; the message lists what could be meant.
    """
    wanted = _words(name)
    for match in (
        [meter for meter in meters if meter.id == name],
        [meter for meter in meters if wanted in (_words(meter.id), _words(meter.label), *(_words(other) for other in meter.names))],
        [meter for meter in meters if any(_starts(words, wanted) for words in (_words(meter.id), _words(meter.label)))],
        [meter for meter in meters if _holds(_words(meter.id), wanted)],
        [meter for meter in meters if _holds(_words(meter.label), wanted)],
    ):
        if len(match) == 1:
            return Named(match[0])
        if match:
            raise _unclear(product, name, match)
    in_other_units = [(meter, unit) for meter in meters if (unit := _unit_instead(meter, name))]
    if len(in_other_units) == 1:
        meter, unit = in_other_units[0]
        return Named(meter, unit.id)
    if in_other_units:
        raise _unclear(product, name, [meter for meter, _ in in_other_units])
    raise no_meter(product, meters, name)


def no_meter(product: str, meters: Sequence[Meter], name: str) -> AuditError:
    """The error of a name that fits no meter: what comes close, and what there is."""
    return AuditError(f"{product} has no meter {name!r}.{_near(name, meters)} Known: {', '.join(m.id for m in meters)}.")


def no_product(product: str, products: Mapping[str, Product]) -> AuditError:
    """The error of an unknown product: ids that hold the name, else products with such a meter, else one alike, else a list.

    Args:
        product: the id as it was given.
        products: known products by id.
    """
    wanted = product.strip().casefold().replace("-", "_")
    vendor, _, part = wanted.partition(".")
    of_vendor = sorted(name for name in products if part and name.startswith(f"{vendor}."))
    holds = [name for name in of_vendor if part in name] if of_vendor else [name for name in sorted(products) if wanted and wanted in name]
    with_meter = [name for name in of_vendor if any(_holds_stem(meter, part) for meter in products[name].meters)]
    parts = {name if not of_vendor else name.partition(".")[2]: name for name in of_vendor or sorted(products)}
    alike = [parts[name] for name in difflib.get_close_matches(part if of_vendor else wanted, parts, n=1)]
    near = holds or with_meter or alike
    known = f"Products of {vendor}: {', '.join(of_vendor)}." if of_vendor else f"Known: {', '.join(sorted(products))}."
    hint = f"Did you mean {' or '.join(near)}?" if near else known
    return AuditError(f"product {product!r} is not in the price book. {hint}")


def _holds_stem(meter: Meter, part: str) -> bool:
    """Whether a meter's id or label holds a word, in the singular or the plural."""
    stem = part.replace("_", " ").removesuffix("s")
    return len(stem) > 2 and any(stem in text.casefold().replace("_", " ") for text in (meter.id, meter.label))


def under_ids(product: str, meters: Sequence[Meter], given: Mapping[str, Given], where: str) -> dict[str, tuple[Named, Given]]:
    """What was given under any name, by the meter's id.

    Raises:
        AuditError: a name that fits no meter or several.
        DataError: two names of one meter.
    """
    found: dict[str, tuple[Named, Given]] = {}
    spelled: dict[str, str] = {}
    for name, value in given.items():
        named = find_meter(product, meters, name)
        if named.meter.id in found:
            problem = f"{spelled[named.meter.id]} and {name} are both the meter {named.meter.id}."
            raise DataError(where, problem, "Give one of them, with the sum.")
        found[named.meter.id], spelled[named.meter.id] = (named, value), name
    return found


def _unit_instead(meter: Meter, name: str) -> Unit | None:
    """The unit at the end of a name that is the meter's id but for its unit (`vcpu_hours` for `vcpu_seconds`)."""
    own, other = meter.id.split("_"), re.split(r"[\s_-]+", name.strip().casefold())
    for same in range(min(len(own), len(other))):
        if own[:same] != other[:same]:
            return None
        counted, given = named_unit("-".join(own[same:])), named_unit("-".join(other[same:]))
        if counted and given and counted.id == meter.unit and counted.dimension == given.dimension:
            return given
    return None


_SAME = {"cpu": "vcpu", "ram": "memory", "queries": "query", "memories": "memory", "searches": "search"}


def _words(name: str) -> tuple[str, ...]:
    """Its words in small letters, without a plural s."""
    words = (_SAME.get(word, word) for word in re.split(r"[^a-z0-9]+", name.casefold()) if word)
    return tuple(word.removesuffix("s") if len(word) > 2 else word for word in words)


def _starts(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return bool(wanted) and words[: len(wanted)] == wanted


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(_starts(words[place:], wanted) for place in range(len(words)))


def _near(name: str, meters: Sequence[Meter]) -> str:
    """A guess at a slip: by letters first, then by a word in common."""
    spelled = {" ".join(_words(text)): meter.id for meter in meters for text in (meter.label, meter.id)}
    close = [spelled[text] for text in difflib.get_close_matches(" ".join(_words(name)), spelled, n=3, cutoff=0.6)]
    if not close:
        asked = set(_words(name))
        close = [meter.id for meter in meters if asked & set(_words(meter.id))][:3]
        close = close or [meter.id for meter in meters if asked & set(_words(meter.label))][:3]
    return f" Did you mean {' or '.join(dict.fromkeys(close))}?" if close else ""


def _unclear(product: str, name: str, match: Sequence[Meter]) -> AuditError:
    return AuditError(f"{name!r} could be more than one meter of {product}: {', '.join(meter.id for meter in match)}. Name one of them.")
