"""The whole report of a study with 5,000 places and 3 options, against openpyxl and matplotlib writing the same cells and pictures.

The study is the example company's with its places repeated under other files, and a third option. Ours and the yardstick run in a process
each, so that memory and processor time are theirs alone. The yardstick gets every cell's value or formula, bare, and draws as many
pictures, of the same size and with as many lines, bars and words as a plain chart has. Run: python benchmarks/report.py [places].
"""

from __future__ import annotations

import io
import json
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).parents[1] / "examples" / "claims"
THIRD = '[[option]]\nid = "core"\nkind = "managed"\nlabel = "Move to AgentCore"\nproduct = "aws.agentcore_runtime"\n\n[compare]'
GOAL_RATIO, GOAL_MEMORY, AIM_SECONDS = 3.0, 1024, 20


def make_study(places: int, folder: Path) -> Any:
    """The example's study with a third option and its places repeated until there are enough."""
    from lockin_audit.report.study import Study

    repository = folder / "claims"
    shutil.copytree(EXAMPLE, repository)
    config = repository / "lockin.toml"
    config.write_text(config.read_text().replace("[compare]", THIRD, 1))
    out = folder / "first"
    call = [
        sys.executable,
        "-m",
        "lockin_audit",
        "assess",
        str(repository),
        "--formats",
        "json",
        "--as-of",
        "2026-11-21",
        "--out",
        str(out),
    ]
    subprocess.run(call, check=True, capture_output=True)
    data = json.loads((out / "study.json").read_text())
    data.pop("schema")
    data["audit"]["scan"]["stats"]["seconds"] = 0.0
    audit = data["audit"]
    first = audit["sites"]
    more = [dict(first[n % len(first)]) for n in range(places)]
    for number, site in enumerate(more):
        copy = number // len(first)
        if copy:
            site |= {"id": f"{site['id']}x{copy}", "file": f"copy_{copy}/{site['file']}"}
    audit["sites"] = audit["scan"]["sites"] = more
    return Study.model_validate(data)


def ours(study_file: Path, kept: Path) -> None:
    """Write the report; keep its files for the yardstick; print seconds by format."""
    from lockin_audit.finance.study import model_of
    from lockin_audit.report.formats import KNOWN, choose, make_files

    study = pickle.loads(study_file.read_bytes())  # noqa: S301  # written a moment ago by this program
    begin = time.process_time()
    model = model_of(study.config, study.cost, study.audit)
    everything = make_files(study, model, choose(None))
    whole = time.process_time() - begin
    taken = {}
    for name in KNOWN:
        begin = time.process_time()
        make_files(study, model, choose(name))
        taken[name] = time.process_time() - begin
    kept.write_bytes(pickle.dumps(everything))
    _tell(whole, taken)


def yardstick(kept: Path) -> None:
    """The same cells by openpyxl and as many pictures by matplotlib; reading what to write is not counted."""
    import matplotlib as mpl
    import openpyxl

    mpl.use("agg")
    import matplotlib.pyplot as plt
    from PIL import Image

    files: dict[str, bytes] = pickle.loads(kept.read_bytes())  # noqa: S301  # written a moment ago by this program
    book = openpyxl.load_workbook(io.BytesIO(files["assessment.xlsx"]), read_only=True)
    sheets = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}
    pictures = {name: data for name, data in files.items() if name.startswith("charts/")}
    sizes = {Path(name).stem: Image.open(io.BytesIO(data)).size for name, data in pictures.items() if name.endswith(".png")}
    begin = time.process_time()
    plain = openpyxl.Workbook()
    for title, rows in sheets.items():
        sheet = plain.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
    plain.save(io.BytesIO())
    cells = time.process_time() - begin
    for name in pictures:
        wide, high = sizes.get(Path(name).stem, (1600, 900))
        figure, axes = plt.subplots(figsize=(wide / 200, high / 200))
        for line in range(4):
            axes.plot(range(36), [line * x for x in range(36)], label=f"line {line}")
        axes.barh(range(12), range(12))
        for at in range(12):
            axes.text(at, at, f"figure {at}")
        axes.set(title="What this chart finds", xlabel="month", ylabel="money")
        axes.legend()
        figure.savefig(io.BytesIO(), format="svg" if name.endswith(".svg") else "png", dpi=200)
        plt.close(figure)
    whole = time.process_time() - begin
    _tell(
        whole,
        {
            "cells": cells,
            "pictures": whole - cells,
            "number of pictures": len(pictures),
            "number of cells": sum(value is not None for rows in sheets.values() for row in rows for value in row),
        },
    )


def _tell(whole: float, parts: dict[str, float]) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps({"whole": whole, "memory": memory, "parts": parts}))


def in_a_process(part: Callable[..., None], *files: Path) -> dict[str, Any]:
    """What a part of this program tells, run by itself."""
    call = [sys.executable, __file__, part.__name__, *map(str, files)]
    found: dict[str, Any] = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
    return found


def main(places: int) -> int:
    """Measure; 1 where a goal is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        study_file, kept = folder / "study", folder / "files"
        study = make_study(places, folder)
        study_file.write_bytes(pickle.dumps(study))
        mine = in_a_process(ours, study_file, kept)
        theirs = in_a_process(yardstick, kept)
        sizes = {name: len(data) for name, data in pickle.loads(kept.read_bytes()).items()}  # noqa: S301
    ratio = mine["whole"] / theirs["whole"]
    out = sys.stdout.write
    out(f"{len(study.audit.sites):,} places, {len(study.cost.options)} options, {len(sizes)} files, {sum(sizes.values()) / 1e6:.1f} MB\n")
    out(f"ours {mine['whole']:.1f} s of processor time (aim: {AIM_SECONDS} s): ")
    out(", ".join(f"{name} {seconds:.1f}" for name, seconds in mine["parts"].items()) + "\n")
    out(f"openpyxl and matplotlib alone {theirs['whole']:.1f} s: ")
    out(", ".join(f"{name} {figure:,.4g}" for name, figure in theirs["parts"].items()) + "\n")
    out(f"ratio {ratio:.2f} (goal: at most {GOAL_RATIO:g}); peak memory {mine['memory']} MiB (goal: under {GOAL_MEMORY})\n")
    return int(ratio > GOAL_RATIO or mine["memory"] >= GOAL_MEMORY)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        {"ours": ours, "yardstick": yardstick}[sys.argv[1]](*map(Path, sys.argv[2:]))  # type: ignore[operator]
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000))
