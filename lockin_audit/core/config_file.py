"""Where the config of a repository stands."""

from __future__ import annotations

from pathlib import Path

CONFIG_NAME = "lockin.toml"


def config_file(named: Path | None, repository: Path | None) -> Path | None:
    """The named file, else `lockin.toml` in the repository (never by way of a link); None where there is neither."""
    if named is not None or repository is None:
        return named
    path = repository / CONFIG_NAME
    return path if path.is_file() and not path.is_symlink() else None
