"""What can be made ready now, ranked by the person-days of the rebuild list it takes away per day of work."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from lockin_audit.core.audit import Days, OwnerRole, Preparation, RebuildItem
from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.evidence import Dimension
from lockin_audit.core.record import Record
from lockin_audit.core.runtime import Kind

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response


_WORTH = 0.03
"""Days of rebuilding that a day of preparing has to remove: below it nobody would do it for that."""


class PreparationKind(Record):
    """One row of `preparations.toml`."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    what: str
    gives: str
    owner: OwnerRole
    days: Days
    relieves: dict[Dimension, float] = {}
    """Share of the dimension's days that is then no longer needed."""
    for_leaving: bool = False
    """Only where something is rented from a runtime that one could leave."""
    only_with: Kind | None = None
    """Only where a runtime of this kind has a place."""

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if not 0 < self.days.low <= self.days.likely <= self.days.high:
            raise ValueError(f"{self.id}: low, likely and high days are out of order")
        if any(not 0 < share <= 1 for share in self.relieves.values()):
            raise ValueError(f"{self.id}: a share must lie above 0 and be at most 1")
        return self


class _File(Record):
    preparation: tuple[PreparationKind, ...]

    @model_validator(mode="after")
    def _unique(self) -> Self:
        if len({p.id for p in self.preparation}) != len(self.preparation):
            raise ValueError("a preparation stands twice")
        return self


@cache
def preparation_kinds() -> tuple[PreparationKind, ...]:
    """All preparations that are known, in their order of printing."""
    return load(PACKAGE / "assess" / "preparations.toml", _File).preparation


def in_place(answers: Iterable["Response"]) -> frozenset[str]:
    """Ids of the preparations that people say are done.

    One is done when an answer says so, every person who answered that question says so, and no answer to another question that could
    report it done carries a high or medium risk: terms are not settled because the service is generally available, while its notice
    period is open.
    """
    said: dict[tuple[str, str, str], list[frozenset[str]]] = {}
    denied: set[str] = set()
    for response in answers:
        answer, done = response.answer, frozenset(response.effects.in_place)
        said.setdefault((answer.questionnaire, answer.question, answer.workflow), []).append(done)
        if response.choice.risk in ("high", "medium"):
            denied |= {id for choice in response.question.choices for id in choice.effects.in_place} - done
    agreed = [frozenset.intersection(*given) for given in said.values()]
    return frozenset[str]().union(*agreed) - denied


def preparations(
    items: Sequence[RebuildItem],
    done: Iterable[str] = (),
    kinds: Sequence[PreparationKind] | None = None,
    present: Collection[Kind] | None = None,
) -> tuple[Preparation, ...]:
    """What is worth preparing, the highest yield first; each is counted on what those before it leave over.

    A preparation that relieves nothing of this rebuild list stands at the end when it buys time or control whatever the list
    holds, and is left out when it is about a dimension that nobody would rebuild here, or removes next to nothing of it.

    Args:
        items: the rebuild list; an item counts once, whichever of its two lists it stands on.
        done: ids of preparations in place; what they relieve is gone already.
        kinds: what could be prepared; default the shipped list.
        present: kinds of the runtimes that have a place; None: any may.
    """
    if not items:
        return ()
    known = tuple(kinds if kinds is not None else preparation_kinds())
    finished = frozenset(done)
    left = dict.fromkeys(Dimension, 0.0)
    for item in items:
        left[item.dimension] += item.days.likely
    for kind in known:
        if kind.id in finished:
            _take(left, kind)
    leaving = any("leave_runtime" in item.triggers for item in items)
    open_kinds = [
        kind
        for kind in known
        if kind.id not in finished
        and (leaving or not kind.for_leaving)
        and (kind.only_with is None or present is None or kind.only_with in present)
    ]
    ranked: list[Preparation] = []
    candidates = [kind for kind in open_kinds if kind.relieves]
    while candidates:
        best = max(candidates, key=lambda kind: (_yield(left, kind), -known.index(kind)))
        if _yield(left, best) < _WORTH:
            break
        ranked.append(_made(best, _relief(left, best)))
        _take(left, best)
        candidates.remove(best)
    return (*ranked, *(_made(kind, 0.0) for kind in open_kinds if not kind.relieves))


def _relief(left: dict[Dimension, float], kind: PreparationKind) -> float:
    return sum(left[dimension] * share for dimension, share in kind.relieves.items())


def _yield(left: dict[Dimension, float], kind: PreparationKind) -> float:
    return round(_relief(left, kind) / kind.days.likely, 6)


def _take(left: dict[Dimension, float], kind: PreparationKind) -> None:
    for dimension, share in kind.relieves.items():
        left[dimension] *= 1 - share


def _made(kind: PreparationKind, removes: float) -> Preparation:
    return Preparation(
        id=kind.id,
        what=kind.what,
        owner=kind.owner,
        days=kind.days,
        removes=round(removes, 1),
        per_day=round(removes / kind.days.likely, 2),
        gives=kind.gives,
    )
