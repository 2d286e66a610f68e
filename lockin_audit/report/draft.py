"""Inputs nobody has confirmed, and why a study is still a draft."""

from __future__ import annotations

from lockin_audit.core.assumption import Assumption
from lockin_audit.report import numbers
from lockin_audit.report.study import Study


def placeholders(study: Study) -> tuple[Assumption, ...]:
    """Inputs nobody has looked at yet."""
    return tuple(a for a in study.cost.assumptions if a.is_placeholder)


def decisive_placeholders(study: Study) -> tuple[Assumption, ...]:
    """The placeholders that move the saving, the one that moves it most first; all of them where no tornado was computed."""
    swings = {bar.id: abs(bar.high - bar.low) for bar in study.cost.tornado}
    found = placeholders(study)
    if not swings:
        return found
    return tuple(sorted((a for a in found if swings.get(a.id, 0.0) > 0), key=lambda a: (-swings[a.id], a.id)))


def draft_reasons(study: Study) -> tuple[str, ...]:
    """Why the study is a draft; empty when every decisive input has a source and a config was given."""
    reasons = []
    if study.config_is_default:
        reasons.append("No lockin.toml was found: workflows, volumes and options are placeholders. Write one with `lockin-audit init`.")
    decisive = decisive_placeholders(study)
    if decisive:
        names = numbers.listing(
            [numbers.quoted(a.label) for a in decisive[:3]] + ([f"{len(decisive) - 3} more"] if len(decisive) > 3 else [])
        )
        verb = "that moves the result is a placeholder" if len(decisive) == 1 else "that move the result are placeholders"
        reasons.append(f"{numbers.count(len(decisive), 'input')} {verb} nobody has confirmed: {names}.")
    return tuple(reasons)
