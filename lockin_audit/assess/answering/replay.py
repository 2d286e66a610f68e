"""What it would take today to run a failed workflow again from the middle: the steps, what exists for each, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.assess.answering.words import Base, documented, is_volatile, listed, name_of, part, places_text, silent, told_of
from lockin_audit.assess.effort import load_effort
from lockin_audit.assess.presence import kind_of
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Dimension, Landmark, Ownership, Site

Step = tuple[str, str, bool, Sequence[Site]]
"""What has to be done, what is there for it, whether it exists, and the places."""


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts = []
    if base.platform:
        parts.append(part("With the vendor", told_of(base, base.platform), base.platform))
    if base.owned:
        parts.append(part("Your own", told_of(base, base.owned), base.owned))
    nothing = silent(base, "replay code or checkpoint of your own")
    if nothing:
        parts.append(part("Your own", nothing))
    steps = (_found_out(base), _state(base), _entry(base), _once(base))
    told = [f"({number}) {what}: {have}" for number, (what, have, _, _) in enumerate(steps, start=1)]
    parts.append(part("The steps it would take today", "", [site for step in steps for site in step[3]], told))
    parts.append(part("In short", _short(steps, inside=bool(base.platform))))
    return parts + documented(base)


def _short(steps: Sequence[Step], *, inside: bool) -> str:
    """Which of the steps are missing; with `inside`, work can go on within the vendor's runtime."""
    missing = [f"{number} ({what[0].lower()}{what[1:]})" for number, (what, _, exists, _) in enumerate(steps, start=1) if not exists]
    if not missing:
        return "Every step has something in the code; whether they work together only a trial shows."
    if len(missing) == len(steps) and inside:
        return "None of the four steps is in your own code: work goes on only where the vendor's runtime lets it."
    if len(missing) == len(steps):
        return "All four steps are missing: today a failed run is started again from the beginning, or not at all."
    return f"Missing: {'step' if len(missing) == 1 else 'steps'} {listed(missing)}."


def _found_out(base: Base) -> Step:
    what = "Find the step at which the run stopped"
    if base.owned:
        return what, f"your own record of steps ({places_text(base.owned)})", True, base.owned
    read_back = [site for site in base.platform if base.role(site) == "history"]
    if read_back:
        return what, f"the vendor's history, as far as it is given out ({places_text(read_back)})", True, read_back
    if base.platform:
        return what, "only the vendor's history of the run tells it, and nothing in the code reads that back", False, ()
    return what, "missing, nothing in the code reads back the steps of a run", False, ()


def _state(base: Base) -> Step:
    what = "Get the state at that step back"
    state = [s for s in base.all_sites if s.dimension is Dimension.STATE and base.role(s) != "shape"]
    checkpoints = [s for s in base.owned if s.detail.names and not is_volatile(s)]
    kept = [s for s in state if s.ownership is Ownership.OWNED]
    own = [s for s in kept if not is_volatile(s)]
    forgotten = [s for s in (*base.owned, *kept) if is_volatile(s)]
    if checkpoints:
        names = list(dict.fromkeys(name for site in checkpoints for name in site.detail.names))[:3]
        return what, f"{', '.join(names)} ({places_text(checkpoints)})", True, checkpoints
    rented = [s for s in state if s.ownership is Ownership.PLATFORM]
    held = [s for s in rented if base.role(s) != "permission" and not load_effort().other_work(s, base.roles)] or rented
    if own and not held:
        return what, f"your own store ({places_text(own)}), if it was written at that step", True, own
    if held:
        ids = list(dict.fromkeys(name for site in held for name in site.detail.names))[:3]
        under = f" under {', '.join(f'`{name}`' for name in ids)}" if ids else ""
        beside = f"; your own store ({places_text(own)}) holds a part" if own else ""
        return what, f"only what the vendor hands out{under} ({places_text(held)}){beside}", False, [*held, *own]
    if forgotten:
        return what, f"missing once the process has ended: it is only in its memory ({places_text(forgotten)})", False, forgotten
    if base.owned:
        return what, f"from the record of steps ({places_text(base.owned)})", True, base.owned
    return what, "missing, no state of a run is kept where it can be read back", False, ()


def _entry(base: Base) -> Step:
    what = "Start again from there"
    marks = [mark for mark in base.landmarks if mark.kind == "entry"]
    by_hand = _entry_points(marks)
    engine = [s for s in base.owned if kind_of(s, base.runtimes) == "durable_engine"]
    if engine:
        names = listed(list(dict.fromkeys(name_of(site.runtime, base.runtimes) for site in engine)))
        text = (
            f"an unfinished run is taken up by {names} as soon as a worker is back ({places_text(engine)}); "
            "one that ended as failed has to be started again by an operator, with the engine's own tools"
        )
        return what, text + (f", or through {by_hand}" if marks else ""), True, engine
    if marks:
        inside = ", which goes on inside the vendor's session" if base.platform and not base.owned else ""
        return what, f"entry point {by_hand}{inside}", True, ()
    framework = [s for s in base.owned if kind_of(s, base.runtimes) == "framework"]
    if framework:
        names = listed(list(dict.fromkeys(name_of(site.runtime, base.runtimes) for site in framework)))
        text = f"{names} can go on from its last checkpoint ({places_text(framework)}); no function of yours is named after asking it to"
        return what, text, False, framework
    if base.platform:
        text = f"only where the vendor's runtime lets work go on ({places_text(base.platform)}); no function of yours is named after it"
        return what, text, False, base.platform
    return what, "missing, no function is named after taking a run up again", False, ()


def _entry_points(marks: Sequence[Landmark]) -> str:
    """The first functions that are named after taking work up again."""
    shown = [f"`{mark.text}` ({mark.file}:{mark.line})" for mark in marks[:3]]
    more = len(marks) - len(shown)
    return listed([*shown, f"{more} more"] if more else shown)


def _once(base: Base) -> Step:
    what = "Do nothing twice that has effects outside"
    marks: Sequence[Landmark] = [mark for mark in base.landmarks if mark.kind == "idempotency"]
    if marks:
        by_file: dict[str, list[int]] = {}
        for mark in marks:
            by_file.setdefault(mark.file, []).append(mark.line)
        shown = "; ".join(f"{file}:{', '.join(map(str, lines[:3]))}" for file, lines in list(by_file.items())[:3])
        return what, f"the code speaks of repeats and duplicates at {shown}; whether that covers every effect has to be read", True, ()
    return what, "missing, no file with agent code speaks of idempotency or duplicates", False, ()
