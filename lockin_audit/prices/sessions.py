"""What recorded sessions are billed for: each meter reads them by its own clock.

Claude Managed Agents bill the time in which any thread runs, once (`usage.active_seconds`, not the sum over threads in
`stats.active_seconds`). Bedrock AgentCore bills CPU only while it is used, memory through every wait until the session ends,
and in its first version at the highest amount held so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from lockin_audit.core.data_files import explain_validation
from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record
from lockin_audit.prices.price import Price
from lockin_audit.prices.quantity import Quantity, quantity, units
from lockin_audit.prices.uses import billed_seconds, in_unit, least, seconds, size_in

Amount = Annotated[Quantity, BeforeValidator(lambda value: value if isinstance(value, Quantity) else quantity(value))]


class Phase(Record):
    """A stretch of a session in one state."""

    state: str = "running"
    """`running`, `waiting` (for a model or tool), `idle` (between turns), or what the vendor calls it."""
    length: Amount = Field(alias="for")
    """How long; a plain number is seconds."""
    vcpu: Amount = Quantity(Decimal(1))
    """Processors in use (or allocated, where the vendor bills that)."""
    memory: Amount | None = None
    """Memory held, with its unit."""


class Session(Record):
    """A session, or several alike."""

    times: Amount = Quantity(Decimal(1))
    """How many such sessions."""
    phases: tuple[Phase, ...] = Field(default=(), alias="phase")
    """Its stretches in order of time."""
    threads: tuple[tuple[tuple[Amount, Amount], ...], ...] = ()
    """For each thread the intervals in which it ran, from and to, since the session began."""

    def binary(self) -> Session:
        """The session as a vendor counts it to whom a GB is 2^30 bytes."""
        phases = (p if p.memory is None else p.model_copy(update={"memory": p.memory.binary()}) for p in self.phases)
        return self.model_copy(update={"phases": tuple(phases)})


def read_sessions(value: Any, where: str) -> tuple[Session, ...]:
    """Read the `[[session]]` tables of a usage file.

    Raises:
        DataError: an unknown key, a quantity that is none, or an interval that ends before it begins.
    """
    from pydantic import ValidationError

    found = []
    for number, entry in enumerate(value if isinstance(value, list) else [value], 1):
        place = f"{where}: session {number}"
        try:
            session = Session.model_validate(entry)
        except ValidationError as error:
            raise explain_validation(place, error) from None
        if not session.phases and not session.threads:
            raise DataError(place, "has neither phases nor threads.", "Add [[session.phase]] tables, or threads.")
        for start, end in (interval for thread in session.threads for interval in thread):
            if seconds(end, place) < seconds(start, place):
                raise DataError(place, f"an interval ends at {end}, before it begins at {start}.", "Give from, then to.")
        found.append(session)
    return tuple(found)


def session_total(sessions: Sequence[Session], price: Price, where: str) -> Decimal:
    """What sessions come to on a meter whose price has a clock, in the price's unit.

    Raises:
        DataError: a state the price says nothing about, or memory left out where it is billed.
    """
    exact = sum((_one(session, price, where) * Fraction(session.times.number) for session in sessions), Fraction(0))
    return in_unit(exact / units()[price.unit].factor)


def running_time(threads: Sequence[Sequence[tuple[Fraction, Fraction]]]) -> Fraction:
    """Length of the union of all intervals of all threads: what overlaps counts once."""
    intervals = sorted((start, end) for thread in threads for start, end in thread if end > start)
    length, until = Fraction(0), None
    for start, end in intervals:
        if until is None or start >= until:
            length += end - start
        elif end > until:
            length += end - until
        until = end if until is None else max(until, end)
    return length


def _one(session: Session, price: Price, where: str) -> Fraction:
    if price.clock == "union" and session.threads:
        threads = [[(seconds(start, where), seconds(end, where)) for start, end in thread] for thread in session.threads]
        return billed_seconds(running_time(threads), price, where)
    if not session.phases:
        raise DataError(where, "needs the session's phases: how long, and in which state.", "Add [[session.phase]] tables.")
    _, smallest = least(price, where)
    peak, total, lasted = smallest, Fraction(0), Fraction(0)
    last = Fraction(1)
    for phase in session.phases:
        length = seconds(phase.length, where)
        billed = _billed(phase.state, price, where)
        if price.clock in ("memory", "memory_peak") and (billed or phase.memory is not None):
            held = max(size_in(phase.memory, price.unit, where), smallest)
            peak = max(peak, held)
            held = peak if price.clock == "memory_peak" else held
        else:
            held = Fraction(phase.vcpu.number) if price.clock == "cpu" else Fraction(1)
        if billed:
            total, lasted, last = total + length * held, lasted + length, held
    return total + (billed_seconds(lasted, price, where) - lasted) * last if lasted else Fraction(0)


def _billed(state: str, price: Price, where: str) -> bool:
    if state in price.states_free:
        return False
    if price.states_billed and state not in price.states_billed:
        known = ", ".join((*price.states_billed, *price.states_free))
        raise DataError(where, f"says nothing about the state {state!r}.", f"Known: {known}.")
    return True
