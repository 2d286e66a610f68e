"""What it would take today to run a failed workflow again from the middle: the steps, what exists for each, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.assess.answering.words import Base, count, documented, found_text, listed, part, places_text, silent
from lockin_audit.assess.presence import kind_of
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Dimension, Landmark, Ownership, Site

Step = tuple[str, str, bool, Sequence[Site]]
"""What has to be done, what is there for it, whether it exists, and the places."""


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts = []
    if base.platform:
        parts.append(
            part("With the vendor", f"With the vendor in {count(len(base.platform))}: {found_text(base.platform)}.", base.platform)
        )
    if base.owned:
        parts.append(part("Your own", f"Yours in {count(len(base.owned))}: {found_text(base.owned)}.", base.owned))
    nothing = silent(base, "replay code or checkpoint of your own")
    if nothing:
        parts.append(part("Your own", nothing))
    steps = (_found_out(base), _state(base), _entry(base), _once(base))
    told = " ".join(f"({number}) {what}: {have}." for number, (what, have, _, _) in enumerate(steps, start=1))
    parts.append(part("The steps it would take today", told, [site for step in steps for site in step[3]]))
    missing = [f"a way to {what[0].lower()}{what[1:]}" for what, _, exists, _ in steps if not exists]
    whole = "Every step has something in the code; whether they work together only a trial shows."
    text = f"Missing: {listed(missing)}." if missing else whole
    parts.append(part("In short", text))
    return parts + documented(base)


def _found_out(base: Base) -> Step:
    what = "Find the step at which the run stopped"
    if base.owned:
        return what, f"your own record of steps ({places_text(base.owned)})", True, base.owned
    if base.platform:
        return what, f"the vendor's history, as far as it is given out ({places_text(base.platform)})", True, base.platform
    return what, "missing, nothing in the code reads back the steps of a run", False, ()


def _state(base: Base) -> Step:
    what = "Get the state at that step back"
    state = [s for s in base.all_sites if s.dimension is Dimension.STATE]
    checkpoints = [s for s in base.owned if s.detail.names]
    own = [s for s in state if s.ownership is Ownership.OWNED]
    if checkpoints:
        names = list(dict.fromkeys(name for site in checkpoints for name in site.detail.names))[:3]
        return what, f"{', '.join(names)} ({places_text(checkpoints)})", True, checkpoints
    held = [s for s in state if s.ownership is Ownership.PLATFORM]
    if own and not held:
        return what, f"your own store ({places_text(own)}), if it was written at that step", True, own
    if held:
        ids = list(dict.fromkeys(name for site in held for name in site.detail.names))[:3]
        under = f" under {', '.join(f'`{name}`' for name in ids)}" if ids else ""
        beside = f"; your own store ({places_text(own)}) holds a part" if own else ""
        return what, f"only what the vendor hands out{under} ({places_text(held)}){beside}", False, [*held, *own]
    if base.owned:
        return what, f"from the record of steps ({places_text(base.owned)})", True, base.owned
    return what, "missing, no state of a run is kept where it can be read back", False, ()


def _entry(base: Base) -> Step:
    what = "Start again from there"
    marks = [mark for mark in base.landmarks if mark.kind == "entry"]
    if marks:
        shown = listed([f"`{mark.text}` ({mark.file}:{mark.line})" for mark in marks[:3]])
        more = f" and {len(marks) - 3} more" if len(marks) > 3 else ""
        vendor = base.platform and not base.owned
        how = ", which goes on inside the vendor's session" if vendor else ""
        return what, f"entry point {shown}{more}{how}", True, ()
    engine = [s for s in base.owned if kind_of(s, base.runtimes) in ("durable_engine", "framework")]
    if engine:
        return what, f"done by the engine you run ({places_text(engine)}), no entry point of your own is needed", True, engine
    return what, "missing, no function is named after taking a run up again", False, ()


def _once(base: Base) -> Step:
    what = "Do nothing twice that has effects outside"
    marks: Sequence[Landmark] = [mark for mark in base.landmarks if mark.kind == "idempotency"]
    if marks:
        shown = "; ".join(f"{mark.file}:{mark.line}" for mark in marks[:3])
        return what, f"care for this is taken at {shown}", True, ()
    return what, "missing, no file with agent code speaks of idempotency or duplicates", False, ()
