"""Which files are in scope, and that nothing else is opened or followed."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from lockin_audit.core.errors import ScopeError
from lockin_audit.scan.repository import Listing, list_files, read_regular


def write(root: Path, *paths: str, text: str = "x = 1\n") -> Path:
    for path in paths:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return root


def paths(listing: Listing) -> list[str]:
    return [entry.path for entry in listing.entries]


def reasons(listing: Listing) -> dict[str, str]:
    return dict(listing.skipped)


def test_hidden_configuration_is_in_scope_and_folders_of_others_are_not(tmp_path: Path) -> None:
    write(tmp_path, ".github/workflows/deploy.yml", ".claude/settings.json", ".mcp.json", ".env.example", "src/app.py", "web/src/a.tsx")
    write(tmp_path, "fn/pyvenv.cfg", "fn/index.py", "fn/pdf.worker.min.js", "fn/admin.js")
    write(
        tmp_path,
        ".git/config",
        "node_modules/x/index.js",
        "web/dist/a.js",
        ".venv/lib/a.py",
        "env/pyvenv.cfg",
        "env/lib/b.py",
        "a/__pycache__/c.py",
    )
    write(
        tmp_path,
        "web/package.json",
        "web/build/main.js",
        "build/steps.py",
        "go/go.mod",
        "go/vendor/a.go",
        "vendor/register.py",
        "static/vendor/q.js",
    )
    listing = list_files(tmp_path)
    assert paths(listing) == [
        ".claude/settings.json",
        ".env.example",
        ".github/workflows/deploy.yml",
        ".mcp.json",
        "build/steps.py",
        "fn/admin.js",
        "fn/index.py",
        "fn/pyvenv.cfg",
        "go/go.mod",
        "src/app.py",
        "vendor/register.py",
        "web/package.json",
        "web/src/a.tsx",
    ]
    assert reasons(listing) == {
        ".git": "version control",
        ".venv": "dependencies of others",
        "a/__pycache__": "build output or cache",
        "env": "dependencies of others",
        "fn/pdf.worker.min.js": "minified",
        "go/vendor": "dependencies of others",
        "node_modules": "dependencies of others",
        "static/vendor": "dependencies of others",
        "web/build": "build output or cache",
        "web/dist": "build output or cache",
    }


def test_roles_languages_and_guidance_for_assistants(tmp_path: Path) -> None:
    write(
        tmp_path,
        "requirements-dev.txt",
        "poetry.lock",
        "pyproject.toml",
        "a.ipynb",
        "infra/main.tf",
        "Dockerfile",
        "bot/data",
        "App.csproj",
    )
    write(
        tmp_path,
        "AGENTS.md",
        "CLAUDE.md",
        ".agents/skills/x/SKILL.md",
        ".github/copilot-instructions.md",
        ".github/prompts/p.md",
        ".cursor/rules/a.md",
    )
    listing = list_files(tmp_path)
    assert {e.path: (e.role, e.language) for e in listing.entries} == {
        "App.csproj": ("manifest", "text"),
        "Dockerfile": ("source", "dockerfile"),
        "a.ipynb": ("source", "notebook"),
        "bot/data": ("source", ""),
        "infra/main.tf": ("source", "terraform"),
        "poetry.lock": ("lock", "text"),
        "pyproject.toml": ("manifest", "toml"),
        "requirements-dev.txt": ("manifest", "text"),
    }
    assert set(reasons(listing)) == {"AGENTS.md", "CLAUDE.md", ".agents", ".github/copilot-instructions.md", ".github/prompts", ".cursor"}
    assert all("coding assistants" in reason for reason in reasons(listing).values())


TESTS = (
    *("tests/a.py", "app/tests/fixtures/b.json", "test_c.py", "d_test.go", "e.spec.ts", "src/f.test.tsx", "conftest.py", "__tests__/g.js"),
    *("h/__mocks__/i.ts", "Claims.Tests/J.cs", "spec/k.js", "integration_tests/l.py", "cypress/m.ts", "n.stories.tsx"),
    *("evals/q.py", "desk_evals/r.py", "spec/factories/o.rb", "engine/spec/dummy/config/p.rb"),
)


def test_test_code_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    others = ("attest.ts", "contest.py", "latest/app.py", "spec/openapi.yaml", "spec/types/q.ts", "test_agent.ipynb", "testimonials/a.py")
    write(tmp_path, *TESTS, *others)
    listing = list_files(tmp_path)
    assert paths(listing) == sorted(others)
    assert set(reasons(listing).values()) == {"test code (read with --include-tests)"}
    everything = list_files(tmp_path, include_tests=True)
    assert sorted(e.path for e in everything.entries if e.is_test) == sorted(TESTS)


def test_translations_of_a_program_s_own_words_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, "app/desk.php", "lang/de.xlf", "lang/de.po", "lang/app_de.arb")
    listing = list_files(tmp_path)
    assert paths(listing) == ["app/desk.php"]
    assert set(reasons(listing).values()) == {"not read: translations"}


def test_gitignore_files_are_respected_where_they_stand(tmp_path: Path) -> None:
    write(tmp_path, "keep.py", "drop.py", "logs/a.txt", "app/gen/x.py", "app/gen2/y.py", "app/deep/drop.py", "app/deep/keep_me/z.gen.py")
    (tmp_path / ".gitignore").write_text("/drop.py\nlogs/\n*.gen.py\n")
    (tmp_path / "app" / ".gitignore").write_text("gen/\n!*.gen.py\n")
    assert paths(list_files(tmp_path)) == [
        ".gitignore",
        "app/.gitignore",
        "app/deep/drop.py",
        "app/deep/keep_me/z.gen.py",
        "app/gen2/y.py",
        "keep.py",
    ]
    assert reasons(list_files(tmp_path)) == dict.fromkeys(("drop.py", "logs", "app/gen"), "ignored by .gitignore")
    assert "drop.py" in paths(list_files(tmp_path, gitignore=False))


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", "secret.py")
    root = write(tmp_path / "repo", "a.py", "sub/b.py")
    (root / "out").symlink_to(outside)
    (root / "circle").symlink_to(root)
    (root / "sub" / "up").symlink_to("..")
    (root / "file.py").symlink_to(outside / "secret.py")
    (root / "broken.py").symlink_to("nowhere")
    listing = list_files(root)
    assert paths(listing) == ["a.py", "sub/b.py"]
    assert reasons(listing) == dict.fromkeys(("out", "circle", "sub/up", "file.py", "broken.py"), "a link; links are not followed")


def test_pipes_sockets_and_devices_are_named_and_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.py")
    os.mkfifo(tmp_path / "pipe.py")
    server = socket.socket(socket.AF_UNIX)
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    server.bind("sock.py")
    server.close()
    expected = {"pipe.py": "a named pipe, not a file", "sock.py": "a socket, not a file"}
    if os.geteuid() == 0:
        try:
            os.mknod(tmp_path / "zero.py", 0o666 | 0o020000, os.makedev(1, 5))
            expected["zero.py"] = "a device, not a file"
        except PermissionError:
            pass
    assert reasons(list_files(tmp_path)) == expected


def test_a_pipe_put_in_place_of_a_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    assert read_regular(str(tmp_path / "p"), 100) is None
    (tmp_path / "l").symlink_to("p")
    with pytest.raises(OSError, match="symbolic links"):
        read_regular(str(tmp_path / "l"), 100)


def test_names_may_hold_any_byte(tmp_path: Path) -> None:
    names = [b"a\nb.py", b"\x1b[31mred.py", b"\xff\xfe.py", b"=cmd().py", b"<b>x.py", "\u202egnp.py".encode(), b" .py"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x = 1\n")
    assert sorted(os.fsencode(path) for path in paths(list_files(tmp_path))) == sorted(names)


def test_a_tree_deeper_than_paths_can_be_ends_with_a_reason(tmp_path: Path) -> None:
    here, depth = os.getcwd(), 0
    write(tmp_path, "a.py")
    os.chdir(tmp_path)
    try:
        for _ in range(2_500):
            os.mkdir("d")
            os.chdir("d")
            depth += 1
        os.chdir(tmp_path)
        listing = list_files(tmp_path)
        assert paths(listing) == ["a.py"]
        assert list(reasons(listing).values()) == ["folder cannot be read: the path is too long"]
    finally:
        os.chdir(tmp_path)
        for _ in range(depth):
            os.chdir("d")
        for _ in range(depth):
            os.chdir("..")
            os.rmdir("d")
        os.chdir(here)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.py", "closed/b.py")
    (tmp_path / "closed").chmod(0)
    try:
        assert reasons(list_files(tmp_path)) == {"closed": "folder cannot be read: permission denied"}
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_an_unusable_repository_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ScopeError, match=r"no-such: there is no such folder\. Check the path\."):
        list_files(tmp_path / "no-such")
    write(tmp_path, "file.py")
    with pytest.raises(ScopeError, match=r"file\.py: is a file, not a folder\. Name the folder"):
        list_files(tmp_path / "file.py")
    (tmp_path / "empty" / ".git").mkdir(parents=True)
    with pytest.raises(ScopeError, match=r"empty: holds no files\."):
        list_files(tmp_path / "empty")
    with pytest.raises(ScopeError, match=r"cannot be read"):
        list_files(Path("a\0b"))

    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ScopeError, match=r"cannot be read \(permission denied\)\."):
        list_files(tmp_path)


def test_the_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    write(tmp_path, "b.py", "a/z.py", "a.py", "a-b.py", "B.py")
    assert paths(list_files(tmp_path)) == ["B.py", "a-b.py", "a.py", "a/z.py", "b.py"]
