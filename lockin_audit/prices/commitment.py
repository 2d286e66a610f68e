"""Promised monthly spend: what a discount covers must reach it, and may go back to list price beyond it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from lockin_audit.prices.price import MONEY
from lockin_audit.prices.quantity import WORKING
from lockin_audit.prices.quote import Band, Line, times, total

if TYPE_CHECKING:
    from lockin_audit.core.config import PriceOverride


def committed(lines: Mapping[str, Line], agreements: Sequence[PriceOverride]) -> dict[str, Line]:
    """Lines after commitments: use beyond a commitment at list price where the contract says so, and what was not used up as a line.

    Args:
        lines: lines by meter, priced with every discount.
        agreements: agreements of the book. One with a commitment covers the lines that name its contract.
    Returns:
        lines by meter; a shortfall is a line `commitment`, in dollars.
    """
    found = dict(lines)
    for agreement in agreements:
        if agreement.commitment is None or agreement.discount is None:
            continue
        covered = [meter for meter, line in found.items() if line.overlay == agreement.name and line.currency == MONEY]
        if not covered:
            continue
        promised = Decimal(str(agreement.commitment))
        used = total(found[meter].amount for meter in covered)
        if used > promised and agreement.beyond == "list":
            share = Fraction(promised) / Fraction(used)
            for meter in covered:
                found[meter] = _beyond(found[meter], share, 1 - Decimal(str(agreement.discount)))
        elif used < promised:
            rest = promised - used
            found["commitment"] = _shortfall(rest, agreement, found.get("commitment"))
    return found


def _beyond(line: Line, share: Fraction, keep: Decimal) -> Line:
    """The line with `share` of it at the discounted price and the rest at list price."""
    within = WORKING.divide(Decimal(share.numerator), Decimal(share.denominator))
    bands: list[Band] = []
    for band in line.bands:
        inside = WORKING.multiply(band.quantity, within)
        outside = WORKING.subtract(band.quantity, inside)
        listed = WORKING.divide(band.unit_price, keep) if keep else band.unit_price
        bands += [Band(quantity=q, unit_price=p, amount=times(q, p)) for q, p in ((inside, band.unit_price), (outside, listed)) if q]
    amount = max(total(band.amount for band in bands), line.minimum)
    note = f"Beyond the commitment the list price holds. {line.note}".strip()
    return Line.model_validate(line.model_dump() | {"bands": tuple(bands), "amount": amount, "note": note})


def _shortfall(rest: Decimal, agreement: PriceOverride, before: Line | None) -> Line:
    """The part of a commitment that use did not reach."""
    rest += before.amount if before else Decimal(0)
    return Line(
        meter="commitment",
        label="Commitment not used up",
        quantity=rest,
        unit="usd",
        billed=rest,
        unit_price=Decimal(1),
        amount=rest,
        currency=MONEY,
        bands=(Band(quantity=rest, unit_price=Decimal(1), amount=times(rest, Decimal(1))),) if rest else (),
        effective_from=agreement.effective_from,
        source=agreement.source,
        title=agreement.kind,
        confidence="unverified",
        layer="agreed",
        overlay=agreement.name,
        note=f"{agreement.commitment:g} USD a month are promised; what is not used is billed as well.",
    )
