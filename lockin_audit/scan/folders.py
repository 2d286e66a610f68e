"""Which folders a scan does not enter: version control, dependencies, build output, guidance for coding assistants."""

from __future__ import annotations

from lockin_audit.scan.file_types import ASSISTANT_FOLDERS

DEPENDENCIES_REASON = "dependencies of others"
ASSISTANT_REASON = "guidance for coding assistants, not part of the product"
_BUILD_REASON = "build output or cache"

_VERSION_CONTROL = frozenset((".git", ".hg", ".svn", ".bzr", "_darcs", ".jj", "CVS", ".pijul"))
_DEPENDENCIES = frozenset(
    (
        *("node_modules", "bower_components", "jspm_packages", "site-packages", "dist-packages", ".venv", "__pypackages__", ".tox", ".nox"),
        *(
            ".yarn",
            ".pnpm-store",
            ".pnpm",
            "third_party",
            "thirdparty",
            "third-party",
            "vendored",
            "_vendor",
            "Pods",
            ".gradle",
            ".m2",
            ".cargo",
        ),
        *(".bundle", ".eggs", ".npm", ".cache", "virtualenv"),
    )
)
_BUILD = frozenset(
    (
        *("dist", "__pycache__", ".next", ".nuxt", ".output", ".svelte-kit", ".turbo", ".parcel-cache", ".vite", ".angular", ".docusaurus"),
        *(
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            ".hypothesis",
            ".ipynb_checkpoints",
            ".terraform",
            ".terragrunt-cache",
            ".serverless",
        ),
        *(
            "cdk.out",
            ".aws-sam",
            ".chalice",
            "htmlcov",
            ".nyc_output",
            "coverage",
            ".coverage",
            ".idea",
            ".vs",
            ".vscode-test",
            "lockin-report",
        ),
    )
)
_BUILD_BESIDE = {
    "build": ("package.json", "pyproject.toml", "setup.py", "build.gradle", "build.gradle.kts", "CMakeLists.txt", "pom.xml"),
    "out": ("package.json", "next.config.js", "next.config.mjs", "next.config.ts"),
    "target": ("Cargo.toml", "pom.xml", "build.sbt"),
    "vendor": ("go.mod", "composer.json", "Gemfile"),
    "bin": (".csproj",),
    "obj": (".csproj",),
}
"""Folders that are build output or dependencies only beside one of these files."""
_ASSET_FOLDERS = frozenset(("static", "assets", "public", "js", "css", "lib", "wwwroot"))
_PRUNED = {
    **dict.fromkeys(_VERSION_CONTROL, "version control"),
    **dict.fromkeys(_DEPENDENCIES, DEPENDENCIES_REASON),
    **dict.fromkeys(_BUILD, _BUILD_REASON),
}


def _pruned_beside(name: str, names: set[str], parent: str) -> str | None:
    beside = _BUILD_BESIDE.get(name)
    if beside is None:
        return None
    if name == "vendor" and parent in _ASSET_FOLDERS:
        return DEPENDENCIES_REASON
    if any(other in names if not other.startswith(".cs") else any(n.endswith(other) for n in names) for other in beside):
        return DEPENDENCIES_REASON if name == "vendor" else _BUILD_REASON
    return None


def _assistant_folder(name: str, base: str) -> str | None:
    pair = f"{base.rpartition('/')[2]}/{name}/"
    return ASSISTANT_REASON if f"{name}/" in ASSISTANT_FOLDERS or pair in ASSISTANT_FOLDERS else None


def reason_to_skip(name: str, beside: set[str], base: str) -> str | None:
    """Why a folder is not entered; None when it is.

    Args:
        name: its name.
        beside: names of everything in the same folder, itself included.
        base: path of the folder that holds it, relative to the repository.
    """
    reason = _PRUNED.get(name) or _pruned_beside(name, beside, base.rpartition("/")[2].lower()) or _assistant_folder(name, base)
    return _BUILD_REASON if reason is None and name.endswith((".egg-info", ".dist-info", ".xcodeproj")) else reason
