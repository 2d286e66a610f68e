"""Which workflow a file belongs to: the first whose globs match its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lockin_audit.core.config import WorkflowConfig
from lockin_audit.core.evidence import Site

WHOLE = WorkflowConfig(id="repository", name="The whole repository", paths=("**",))
"""The one workflow of a repository without a config."""


@lru_cache(maxsize=4096)
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A path glob as a regular expression over `/`-separated relative paths.

    `*` and `?` stay within one folder, `**` crosses folders, `[ab]` is a set. A glob that names a folder (with or without
    a slash at its end) takes in all that lies under it; a leading `./` or `/` is ignored.
    """
    text = glob.strip().replace("\\", "/")
    text = re.sub(r"^(?:\./|/)+", "", text).rstrip("/")
    if text in ("", "."):
        text = "**"
    out: list[str] = []
    for part in re.findall(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|.", text, flags=re.DOTALL):
        if part == "**/":
            out.append(r"(?:[^/]+/)*")
        elif part == "**":
            out.append(r".*")
        elif part == "*":
            out.append(r"[^/]*")
        elif part == "?":
            out.append(r"[^/]")
        elif part[0] == "[" and len(part) > 2:
            out.append("[" + ("^" if part[1] == "!" else "") + re.escape(part[1:-1].removeprefix("!")).replace(r"\-", "-") + "]")
        else:
            out.append(re.escape(part))
    try:
        return re.compile("".join(out) + r"(?:/.*)?", re.DOTALL)
    except re.error:
        return re.compile(re.escape(text) + r"(?:/.*)?", re.DOTALL)


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a relative path is matched by any of the globs."""
    return any(glob_pattern(glob).fullmatch(path) for glob in globs)


def workflows_of(configured: Sequence[WorkflowConfig]) -> tuple[WorkflowConfig, ...]:
    """The workflows to judge: those of the config, else the whole repository as one."""
    return tuple(configured) or (WHOLE,)


def workflow_of(path: str, workflows: Sequence[WorkflowConfig]) -> str:
    """Id of the first workflow whose globs match the path, or empty."""
    return next((w.id for w in workflows if matches(path, w.paths)), "")


def assigned(sites: Iterable[Site], workflows: Sequence[WorkflowConfig]) -> tuple[Site, ...]:
    """The sites with their workflow set; a site outside every workflow keeps an empty one."""
    known: dict[str, str] = {}
    out: list[Site] = []
    for site in sites:
        if site.file not in known:
            known[site.file] = workflow_of(site.file, workflows)
        out.append(site.model_copy(update={"workflow": known[site.file]}))
    return tuple(out)
