"""The rows of the genai-prices package, without its means to fetch newer ones.

The package imports an HTTP client for an updater that is never used here (nothing is fetched), and that client takes longer to import
than all token prices. While the package is imported a stand-in takes the client's place, which brings the real one in if it is ever used.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from genai_prices.types import Provider

_CLIENTS = ("httpx2", "httpx")
"""HTTP clients that versions of the package have imported."""


@cache
def providers() -> list[Provider]:
    """Every provider with its models and their prices."""
    held = [name for name in _CLIENTS if name not in sys.modules and find_spec(name) is not None]
    sys.modules.update({name: _Deferred(name) for name in held})
    try:
        from genai_prices.data import providers as found
    finally:
        for name in held:
            del sys.modules[name]
    return found


def provider(id: str) -> Provider | None:
    """The provider of that id or alias."""
    every = providers()
    from genai_prices.data_snapshot import find_provider_by_id

    return find_provider_by_id(every, id)


class _Deferred(ModuleType):
    """Stands in for a module until something of it is used."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)
