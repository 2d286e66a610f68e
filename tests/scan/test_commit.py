"""The commit is read from git's files by hand, and nothing else ever comes out of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lockin_audit.scan.commit import git_commit

A, B = "a" * 40, "0123456789abcdef" * 4


def repository(tmp_path: Path, head: str) -> Path:
    (tmp_path / ".git" / "refs" / "heads").mkdir(parents=True)
    (tmp_path / ".git" / "HEAD").write_text(head)
    return tmp_path


def test_a_branch_a_packed_branch_and_a_detached_head(tmp_path: Path) -> None:
    root = repository(tmp_path, "ref: refs/heads/feature/x\n")
    assert git_commit(root) is None
    (root / ".git" / "packed-refs").write_text(f"# pack-refs with: peeled\n{B} refs/heads/feature/x\n^{A}\n{A} refs/heads/x\n")
    assert git_commit(root) == B
    (root / ".git" / "refs" / "heads" / "feature").mkdir()
    (root / ".git" / "refs" / "heads" / "feature" / "x").write_text(A + "\n")
    assert git_commit(root) == A
    (root / ".git" / "HEAD").write_text(B + "\n")
    assert git_commit(root) == B


def test_a_folder_inside_a_repository_has_its_commit(tmp_path: Path) -> None:
    root = repository(tmp_path, A)
    (root / "services" / "claims").mkdir(parents=True)
    assert git_commit(root / "services" / "claims") == A


def test_a_linked_work_tree(tmp_path: Path) -> None:
    main = repository(tmp_path / "main", A)
    (main / ".git" / "refs" / "heads" / "side").write_text(B)
    linked = main / ".git" / "worktrees" / "side"
    linked.mkdir(parents=True)
    (linked / "HEAD").write_text("ref: refs/heads/side\n")
    (linked / "commondir").write_text("../..\n")
    (tmp_path / "side").mkdir()
    (tmp_path / "side" / ".git").write_text(f"gitdir: {linked}\n")
    assert git_commit(tmp_path / "side") == B


@pytest.mark.parametrize(
    "head",
    [
        "",
        "ref: ",
        "ref: ../../secret",
        "ref: refs/heads/../../../secret",
        "ref: refs/heads/x\0y",
        "not a commit",
        "A" * 40,
        "a" * 39,
        "a" * 5_000,
        "ref: HEAD",
    ],
)
def test_a_hostile_head_gives_nothing(tmp_path: Path, head: str) -> None:
    (tmp_path / "secret").write_text("top secret")
    assert git_commit(repository(tmp_path / "r", head)) is None


@pytest.mark.parametrize("target", ["", "\\\\server\\share", "//server/share", "nowhere", "x\0y", "/dev"])
def test_a_hostile_git_file_gives_nothing(tmp_path: Path, target: str) -> None:
    (tmp_path / ".git").write_text(f"gitdir: {target}\n")
    assert git_commit(tmp_path) is None


def test_pipes_links_and_huge_files_in_git_give_nothing(tmp_path: Path) -> None:
    (tmp_path / "a" / ".git").mkdir(parents=True)
    os.mkfifo(tmp_path / "a" / ".git" / "HEAD")
    assert git_commit(tmp_path / "a") is None
    repository(tmp_path / "real", A)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / ".git").symlink_to(tmp_path / "real" / ".git")
    assert git_commit(tmp_path / "b") is None
    root = repository(tmp_path / "c", "ref: refs/heads/x")
    with (root / ".git" / "packed-refs").open("wb") as stream:
        stream.truncate(3_000_000_000)
    assert git_commit(root) is None


def test_references_in_a_circle_end(tmp_path: Path) -> None:
    root = repository(tmp_path, "ref: refs/heads/x")
    (root / ".git" / "refs" / "heads" / "x").write_text("ref: refs/heads/x")
    assert git_commit(root) is None
