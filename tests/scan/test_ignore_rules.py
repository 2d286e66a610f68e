"""Our quick `.gitignore` decides as pathspec's complete one does."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from lockin_audit.scan.ignore_rules import IgnoreFile, ignored

PART = st.sampled_from(
    [
        "a",
        "b",
        "build",
        "x.py",
        "y.log",
        "*.py",
        "*.log",
        "*",
        "a*",
        "?",
        "[ab]",
        "[!a]",
        "[a-c]*",
        "\\\\a",
        "a**",
        "**",
        ".env",
        "node_modules",
    ]
)
LINE = st.builds(
    lambda keep, lead, parts, tail: keep + lead + "/".join(parts) + tail,
    st.sampled_from(["", "", "", "!"]),
    st.sampled_from(["", "", "/", "**/"]),
    st.lists(PART, min_size=1, max_size=3),
    st.sampled_from(["", "", "/", "  "]),
).filter(lambda line: not line.endswith("/**/"))  # git itself decides `a/**/` otherwise than pathspec
NAME = st.sampled_from(["a", "b", "ab", "build", "x.py", "y.log", ".env", "node_modules", "z"])


def walked(file: IgnoreFile, path: str) -> bool:
    parts = path.split("/")
    for depth in range(1, len(parts)):
        if ignored((file,), parts[depth - 1], "/".join(parts[:depth]), True):
            return True
    return ignored((file,), parts[-1], path, False)


def walked_with_pathspec(spec: GitIgnoreSpec, path: str) -> bool:
    parts = path.split("/")
    return any(spec.match_file("/".join(parts[:d]) + "/") for d in range(1, len(parts))) or spec.match_file(path)


@settings(max_examples=300)
@given(st.lists(LINE, max_size=6), st.lists(NAME, min_size=1, max_size=4))
def test_a_walk_ignores_what_pathspec_ignores(lines: list[str], parts: list[str]) -> None:
    path = "/".join(parts)
    # pathspec lets `!folder` bring back everything below the folder; git (check-ignore, 2.39) and we bring back the folder alone.
    back = [line[1:] for line in lines if line.startswith("!")]
    assume(
        not any(
            walked_with_pathspec(GitIgnoreSpec.from_lines(back, backend="simple"), "/".join(parts[:d]) + "/") for d in range(1, len(parts))
        )
    )
    assert walked(IgnoreFile("\n".join(lines)), path) == walked_with_pathspec(GitIgnoreSpec.from_lines(lines, backend="simple"), path)


def test_the_nearest_file_decides() -> None:
    root, inner = IgnoreFile("*.env\nsecret/\n"), IgnoreFile("!keep.env\n", "app/")
    assert ignored((root, inner), "keep.env", "app/keep.env", False) is False
    assert ignored((root, inner), "other.env", "app/other.env", False) is True
    assert ignored((root,), "secret", "secret", False) is False
    assert ignored((root,), "secret", "secret", True) is True


def test_a_folder_brought_back_does_not_bring_back_what_another_line_ignores_in_it() -> None:
    assert walked(IgnoreFile("a\n!y.log"), "y.log/a/b")


def test_a_broken_line_is_passed_over() -> None:
    assert ignored((IgnoreFile("[\n!\n/\n\\\n***\nx.log\n"),), "x.log", "x.log", False) is True
