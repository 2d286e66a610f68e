"""Processes: a file that kills one is found and left out; where none can be started, the work is done here."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lockin_audit.scan import processes
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.repository import Entry
from lockin_audit.scan.workers import Task, Workers
from tests.scan.pack_builder import CALL, VENDOR

RULES = VENDOR.rules


def tasks(root: Path, *names: str) -> list[Task]:
    for name in names:
        (root / name).write_text(CALL)
    return [Task(Entry(name, "python", "source", False), len(CALL), (0,)) for name in names]


class FatalName(str):
    """A path whose use ends the process that looks at the file, as a crash in a parser would."""

    def __reduce__(self) -> tuple[object, ...]:
        return (_die_unless_parent, (os.getpid(), str(self)))


def _die_unless_parent(parent: int, name: str) -> str:
    if os.getpid() != parent:
        os._exit(139)
    return name


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
def test_one_job_behind_a_shield_leaves_out_a_file_that_kills_its_process(tmp_path: Path) -> None:
    work = tasks(tmp_path, "a.py", "b.py")
    work[0] = Task(Entry(FatalName("a.py"), "python", "source", False), 5_000, (0,))
    crew = Workers(str(tmp_path), RULES, jobs=1, shielded=True)
    results = crew.run(work, RepositoryContext(), lambda done: None)
    crew.close()
    assert results[0].problem and [len(result.places) for result in results] == [0, 1]


def test_a_file_that_kills_its_process_is_left_out(tmp_path: Path) -> None:
    work = tasks(tmp_path, "a.py", "b.py", "c.py")
    work[1] = Task(Entry(FatalName("b.py"), "python", "source", False), 1, (0,))
    crew = Workers(str(tmp_path), RULES, jobs=2)
    results = crew.run(work, RepositoryContext(), lambda done: None)
    crew.close()
    assert [len(result.places) for result in results] == [1, 0, 1]
    assert results[1].problem.startswith("the parser crashed on this file")


def test_work_is_done_here_where_no_process_can_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(kind: str) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr(multiprocessing, "get_context", refuse)
    crew = Workers(str(tmp_path), RULES, jobs=2)
    told: list[int] = []
    results = crew.run(tasks(tmp_path, "a.py", "b.py"), RepositoryContext(), told.append)
    assert [len(result.places) for result in results] == [1, 1]
    assert told == [1, 2]


def test_few_files_stay_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "Processes", None)
    assert len(Workers(str(tmp_path), RULES).run(tasks(tmp_path, "a.py", "b.py"), RepositoryContext(), lambda done: None)) == 2


def test_an_interruption_ends_the_processes(tmp_path: Path) -> None:
    def interrupt(done: int) -> None:
        raise KeyboardInterrupt

    crew = Workers(str(tmp_path), RULES, jobs=2)
    with pytest.raises(KeyboardInterrupt):
        crew.run(tasks(tmp_path, "a.py", "b.py", "c.py"), RepositoryContext(), interrupt)
    assert not multiprocessing.active_children()


def test_a_process_that_never_answers_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_FIRST_ANSWER_SECONDS", 0)
    monkeypatch.setattr(processes, "way", lambda: "spawn")
    crew = Workers(str(tmp_path), RULES, jobs=2)
    results = crew.run(tasks(tmp_path, "a.py", "b.py"), RepositoryContext(), lambda done: None)
    crew.close()
    assert [len(result.places) for result in results] == [1, 1]
    assert not multiprocessing.active_children()


def test_a_script_without_a_main_guard_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "code").mkdir()
    for name in ("a.py", "b.py"):
        (tmp_path / "code" / name).write_text(CALL)
    script = tmp_path / "script.py"
    script.write_text(
        "import os, threading, time\n"
        "from pathlib import Path\n"
        "from lockin_audit.scan.engine import scan\n"
        "from lockin_audit.scan.runtimes import load_runtimes\n"
        "from tests.scan.pack_builder import VENDOR\n"
        "threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
        f"print(len(scan(Path({str(tmp_path / 'code')!r}), [*load_runtimes(()), VENDOR], jobs=2).sites))\n"
    )
    repository = Path(__file__).parents[2]
    around = {**os.environ, "PYTHONPATH": str(repository)}
    done = subprocess.run([sys.executable, script], cwd=repository, env=around, capture_output=True, text=True, timeout=60)
    assert done.stdout.split()[-1:] == ["2"], done.stderr


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
def test_a_file_that_takes_too_long_is_left_out_even_where_there_is_little_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MOST_SECONDS", 0.2)
    monkeypatch.setattr(processes, "way", lambda: "fork")
    work = tasks(tmp_path, "a.py", "b.py")
    comments = CALL + "#\n" * 8_000  # tree-sitter-python takes the square of it
    (tmp_path / "b.py").write_text(comments)
    work[1] = Task(work[1].entry, len(comments), (0,))
    crew = Workers(str(tmp_path), RULES)
    results = crew.run(work, RepositoryContext(), lambda done: None)
    crew.close()
    assert [len(result.places) for result in results] == [1, 0]
    assert "was stopped after" in results[1].problem


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_file_that_takes_too_much_memory_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MOST_BYTES", 60_000_000)
    monkeypatch.setattr(processes, "way", lambda: "fork")
    source = CALL + "/*\n" * 1_500  # tree-sitter-python takes a gigabyte for it
    (tmp_path / "a.py").write_text(source)
    (good,) = tasks(tmp_path, "b.py")
    crew = Workers(str(tmp_path), RULES)
    work = [Task(Entry("a.py", "python", "source", False), len(source), (0,)), good]
    results = crew.run(work, RepositoryContext(), lambda done: None)
    crew.close()
    assert results[0].problem and [len(result.places) for result in results] == [0, 1]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    tasks(tmp_path, "a.py", "b.py")
    script = tmp_path / "script.py"
    script.write_text(
        "import os, signal, sys\n"
        "from lockin_audit.scan.model import RepositoryContext\n"
        "from lockin_audit.scan.repository import Entry\n"
        "from lockin_audit.scan.workers import Task, Workers\n"
        "from tests.scan.pack_builder import VENDOR\n"
        "work = [Task(Entry(name, 'python', 'source', False), 100, (0,)) for name in ('a.py', 'b.py')]\n"
        "def die(done):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "Workers(sys.argv[1], VENDOR.rules, jobs=2).run(work, RepositoryContext(), die)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run([sys.executable, script, tmp_path], capture_output=True, env=environment, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL  # and both ends of what processes write to were closed, so none is left
