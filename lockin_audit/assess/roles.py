"""What rules say of their places beyond the dimension, by rule id: the one way in which answers tell places apart."""

from __future__ import annotations

from collections.abc import Iterable

from lockin_audit.core.runtime import Role, Runtime


def roles_of(runtimes: Iterable[Runtime]) -> dict[str, Role]:
    """Rule id → its role, of those that have one."""
    return {rule.id: rule.role for runtime in runtimes for rule in runtime.rules if rule.role is not None}
