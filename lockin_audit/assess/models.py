"""Which models the code names, read from the places that fix a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from lockin_audit.core.evidence import Dimension, Ownership, Site

_FAMILY: Final = (
    r"(?:claude|gpt|chatgpt|gemini|gemma|mistral|ministral|magistral|codestral|mixtral|pixtral|llama|command|nova|titan|deepseek|qwen"
    r"|grok|text-embedding|dall-e|whisper|jamba|granite|kimi|glm|phi)"
)
MODEL_NAME: Final = re.compile(
    rf"(?<![\w./-])(?P<name>(?:[a-z][a-z0-9-]{{1,20}}[./]){{0,3}}(?:{_FAMILY}(?:-[a-z0-9.]+)*-?[0-9][a-z0-9.-]*|{_FAMILY}-(?:[a-z]+-)*"
    r"(?:large|medium|small|mini|pro|flash|lite|micro|nano|opus|sonnet|haiku|latest|turbo|instruct|r|r-plus)(?:-[a-z0-9.]+)*|o[1-9](?:-[a-z0-9-]+)?))"
    r"(?![\w/])",
    re.IGNORECASE,
)
"""A model id as code writes it: a family and a version or size, perhaps behind a vendor (`anthropic.claude-...`, `openai/gpt-...`)."""


def models_found(sites: Iterable[Site]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(Model name, runtime id) → ids of the places that name it, sorted.

    Only places about the model are read, and only names of known families count: a deployment called after its team is not seen.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for site in sites:
        if site.dimension is not Dimension.MODEL or site.ownership is not Ownership.PLATFORM:
            continue
        for match in MODEL_NAME.finditer(site.snippet):
            places = found.setdefault((match["name"].rstrip(".-").lower(), site.runtime), [])
            if site.id not in places:
                places.append(site.id)
    return {key: tuple(found[key]) for key in sorted(found)}
