"""A repository made to harm: nothing hangs, crashes, runs, is followed or leaks; what was left out is named."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lockin_audit.core.evidence import Scan
from lockin_audit.scan.engine import scan
from lockin_audit.scan.runtimes import load_runtimes

CALL = "from openai import OpenAI\nclient = OpenAI()\nthread = client.beta.threads.create()\n"
NAMES = "beta.threads.create openai.beta.threads AWS::Bedrock::Agent bedrock-agent asst_1 platform.openai.com/threads mcpServers"
SITE = ("good.py", 3, "openai.assistants/")


def scanned(root: Path) -> Scan:
    (root / "good.py").write_text(CALL)
    result = scan(root, load_runtimes(()), jobs=1)
    assert any((s.file, s.line) == SITE[:2] and s.rule.startswith(SITE[2]) for s in result.sites), "the sound file is still found"
    for site in result.sites:
        assert site.file.isprintable() and site.snippet.isprintable()
    for skipped in result.skipped:
        assert skipped.file.isprintable() and skipped.reason.isprintable() and skipped.reason
    return result


def nest(opening: str, closing: str, depth: int = 10_000) -> str:
    return opening * depth + closing * depth


DEEP: dict[str, str] = {
    "a.py": f"x = '{NAMES}'\ny = " + nest("(", ")") + "\nclient.beta.threads.create()\n",
    "b.py": f"# {NAMES}\nx = " + nest("[", "]") + "\nbeta.threads.create()\n",
    "c.py": "x = " + "-" * 10_000 + "1\nclient.beta.threads.create()\n",
    "d.py": "x = a" + ".b" * 10_000 + "\nclient.beta.threads.create()\n",
    "e.py": "x = f" + "()" * 10_000 + "\nclient.beta.threads.create()\n",
    "f.py": "x = " + "1+" * 10_000 + "1\nclient.beta.threads.create()\n",
    "g.py": "".join("\n" + " " * i + "if x:" for i in range(300)) + "\n" + " " * 300 + "client.beta.threads.create()\n",
    "h.ts": f"const x = '{NAMES}'; client.beta.threads.create(" + nest("{a:", "}") + ");\n",
    "i.ts": "client.beta.threads.create" + nest("(", ")") + ";\n",
    "j.js": "client.beta.threads.create(" + "x=>" * 10_000 + "1);\n",
    "k.tsx": "client.beta.threads.create(); const e = " + nest("<a>", "</a>") + ";\n",
    "l.tf": 'resource "aws_bedrockagent_agent" "x" {\n  a = ' + nest("[", "]") + "\n}\n",
    "m.tf": 'resource "aws_bedrockagent_agent" "x" ' + nest("{ b ", "}") + "\n",
    "n.yaml": "Resources:\n  A:\n    Type: AWS::Bedrock::Agent\n    x: " + nest("[", "]") + "\n",
    "o.yaml": "Type: AWS::Bedrock::Agent\n" + "".join(" " * i + "a:\n" for i in range(1_500)),
    "p.json": '{"Type": "AWS::Bedrock::Agent", "mcpServers": ' + nest('{"a":', "}").replace(":}", ":1}", 1) + "}",
    "q.json": '{"Type": "AWS::Bedrock::Agent", "x": ' + nest("[", "]") + "}",
    "r.toml": "mcpServers = " + nest("[", "]") + "\n",
    "o2.yaml": "Type: AWS::Bedrock::Agent\nx:\n  " + "- " * 10_000 + "a\n",
    "o3.yaml": "Type: AWS::Bedrock::Agent\nx:\r" + "\r".join(" " * i + "a:" for i in range(1, 1_500)) + "\n",
    "o4.yaml": "Type: AWS::Bedrock::Agent\nx:\n" + "".join("  " * i + "a:\n" + "  " * i + "- b:\n" for i in range(1, 119)),
    "o5.yaml": "Type: AWS::Bedrock::Agent\n" + "".join(" " * i + "a:\n" for i in range(119)),
    "m2.tf": 'resource "aws_bedrockagent_agent" "x" {\n  a = <<EOT',
    "m3.tf": 'resource "aws_bedrockagent_agent" "x" {\n  a = "' + '${"' * 3_000,
    "m4.tf": 'resource "aws_bedrockagent_agent" "x" {\n  a = ' + "<<A\n${" * 3_000,
    "s.ipynb": '{"cells": [{"cell_type": "code", "source": "client.beta.threads.create()", "x": ' + nest("[", "]") + "}]}",
    "s2.ipynb": '{"cells": [{"cell_type": "code", "source": "client.beta.threads.create()' + "\\u001b[" * 10_000 + '"}]}',
    "s3.ipynb": '{"cells": [{"cell_type": "code", "source": "client.beta.threads.create()", "x": ' + "\\u001b[" * 10_000 + "}]}",
    "t.md": "> " * 10_000 + NAMES + "\n" + "* " * 10_000 + "\n",
    "u.py": "client.beta.threads.create(" + "lambda: " * 10_000 + "1)\n",
    "v.ts": "type A = " + "Array<" * 10_000 + ">" * 10_000 + "; client.beta.threads.create();\n",
    "w.ts": "const s = " + "`${" * 3_000 + "1" + "}`" * 3_000 + "; client.beta.threads.create();\n",
}


@pytest.mark.parametrize("name", sorted(DEEP))
def test_ten_thousand_levels_of_nesting(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(DEEP[name])
    started = time.perf_counter()
    scanned(tmp_path)
    assert time.perf_counter() - started < 20


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [" + ",".join([f"*{a}"] * 9) + "]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

ODD: dict[str, bytes] = {
    "bomb.yaml": f"Type: AWS::Bedrock::Agent\n{BOMB}mcpServers: *i\n".encode(),
    "merge.yaml": ("Type: AWS::Bedrock::Agent\nx: &x\n  <<: *x\n" + "  <<: *x\n" * 2_000).encode(),
    "broken.ipynb": b'{"cells": [{"cell_type": "code", "source": ["client.beta.threads.create()\\n"',
    "list.ipynb": b'["beta.threads.create"]',
    "types.ipynb": b'{"cells": [3, null, {"cell_type": 4, "source": {"beta.threads.create": 1}}, {"source": ["beta.threads.create", 7]}]}',
    "surrogate.ipynb": b'{"cells": [{"cell_type": "code", "source": "x = \\"\\ud800\\"\\nclient.beta.threads.create()"}]}',
    "numbers.json": b'{"mcpServers": ' + b"9" * 100_000 + b', "b": 1e999999, "Type": "AWS::Bedrock::Agent"}',
    "duplicate.json": b'{"mcpServers": {}, "mcpServers": {"a": 1}}',
    "line.py": b"client.beta.threads.create();x='" + b"A" * 5_000_000 + b"'\n",
    "line2.py": b"client.beta.threads.create();x='" + b"A" * 1_900_000 + b"'\n",
    "line.json": b'{"mcpServers": "' + b"A" * 1_900_000 + b'"}',
    "line.md": NAMES.encode() + b"A" * 1_900_000,
    "line.env": b"OPENAI_ASSISTANT_ID=asst_" + b"A" * 1_900_000,
    "many.py": b"client.beta.threads.create()\n" * 4_000,
    "half.py": b"client.beta.threads.create(\n'''\n\"\"\"((((\n" + b"def f(:\n" * 3_000,
    "latin.py": b"# caf\xe9 \xff\xfe\xfd\nclient.beta.threads.create()\n",
    "nul.py": b"client.beta.threads.create()\n\0\n",
    "sixteen.py": CALL.encode("utf-16"),
    "cr.py": CALL.replace("\n", "\r").encode(),
    "backslashes.md": (NAMES + "\\" * 50_000 + "`" * 50_000).encode(),
    "brackets.md": (NAMES + " " + "[" * 60_000).encode(),
    "quotes.toml": b'mcpServers = """' + b'"' * 50_000,
    "spaces.py": b"client.beta.threads.create(" + b" " * 90_000 + b")\n",
    "strings.py": b"x = " + b"'beta.threads.create' " * 20_000 + b"\n",
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_files_neither_hang_nor_crash(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ODD[name])
    started = time.perf_counter()
    result = scanned(tmp_path)
    assert time.perf_counter() - started < 20
    if name in ("line.py", "line2.py", "line.md", "line.env", "nul.py", "broken.ipynb"):
        assert name in {s.file for s in result.skipped}
    if name in ("latin.py", "sixteen.py"):
        assert name in {s.file for s in result.sites}


def test_names_and_snippets_that_would_steer_a_reader(tmp_path: Path) -> None:
    hostile = [b"a\nb.py", b"\x1b[2J.py", b"\xff.py", b"=cmd|' calc!A0.py", b"<img src=x onerror=alert(1)>.py", "\u202egnp.py".encode()]
    line = 'client.beta.threads.create(metadata={"x": "\x1b[31m\u202e<script>\u2028", "key": "sk-proj-abcdefgh12345678abcd"})\n'
    for name in hostile:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("from openai import OpenAI\nclient = OpenAI()\n" + line)
    result = scanned(tmp_path)
    assert {s.file for s in result.sites} >= {r"a\nb.py", r"\x1b[2J.py", r"\xff.py", r"\u202egnp.py"}
    text = result.model_dump_json()
    assert "abcdefgh12345678" not in text and "\x1b" not in text and "\u202e" not in text
    assert r"\\x1b[31m\\u202e<script> " in text


def test_a_key_in_the_name_of_a_file_is_shown_nowhere(tmp_path: Path) -> None:
    key = "sk-proj-" + "Ab1" * 12
    (tmp_path / f"{key}.py").write_text("from openai import OpenAI\nthread = OpenAI().beta.threads.create()\n")
    (tmp_path / f"{key}.ts").write_text("x" * 5_000_000)
    found = scan(tmp_path, load_runtimes())
    assert [site.file for site in found.sites] == ["sk-proj-[masked].py"] * len(found.sites) != []
    assert key not in found.model_dump_json()


def test_links_pipes_and_sparse_files_among_the_code(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    root.mkdir()
    (tmp_path / "outside.py").write_text(CALL)
    (root / "out.py").symlink_to(tmp_path / "outside.py")
    (root / "up").symlink_to("..")
    (root / "self").symlink_to("self")
    os.mkfifo(root / "pipe.py")
    with (root / "sparse.py").open("wb") as stream:
        stream.truncate(2 << 30)
    result = scanned(root)
    assert {s.file for s in result.sites} == {"good.py"}
    assert {s.file: s.reason for s in result.skipped} == {
        "out.py": "a link; links are not followed",
        "pipe.py": "a named pipe, not a file",
        "self": "a link; links are not followed",
        "sparse.py": "too large: 2,147.5 MB, and python files are read up to 2 MB",
        "up": "a link; links are not followed",
    }


def test_nothing_of_the_repository_runs(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    root = tmp_path / "repo"
    write: Callable[[str, str], object] = lambda name, text: (root / name).write_text(text)  # noqa: E731
    root.mkdir()
    for name in ("setup.py", "conftest.py", "sitecustomize.py", "app.py", "lockin_audit.py", "openai.py"):
        write(name, f"open({str(mark)!r}, 'w')\n{CALL}")
    (root / ".git" / "hooks").mkdir(parents=True)
    (root / ".git" / "config").write_text(f"[core]\n\tfsmonitor = touch {mark}\n\tpager = touch {mark}\n")
    write(".gitattributes", f"* filter=x\n[filter x] clean = touch {mark}\n")
    write("bomb.yaml", f"x: !!python/object/apply:os.system ['touch {mark}']\nType: AWS::Bedrock::Agent\n")
    scanned(root)
    assert not mark.exists()


def test_many_small_files_take_little_time(tmp_path: Path) -> None:
    for folder in range(40):
        (tmp_path / f"d{folder}").mkdir()
        for number in range(100):
            (tmp_path / f"d{folder}" / f"f{number}.py").write_bytes(b"x = 1\n")
    started = time.perf_counter()
    assert scanned(tmp_path).stats.files == 4_001
    assert time.perf_counter() - started < 10
