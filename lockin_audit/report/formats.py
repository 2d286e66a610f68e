"""Which files a report has: the formats by name, what each needs, and how all chosen ones are made.

`study.json` and `manifest.json` are always written: without them nobody can check the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from lockin_audit.core.errors import DataError
from lockin_audit.finance.model import Model
from lockin_audit.report.study import Study

EXTRA: Final = "pip install 'lockin-audit[office]'"
"""How to get what `docx` and `pptx` need."""
OFFICE: Final = {"docx": "docx", "pptx": "pptx"}
"""Format → the module it needs; both come with the extra `office`."""
KNOWN: Final = ("xlsx", "html", "md", "sarif", "json", "charts", "csv", "bom", "docx", "pptx")


@dataclass(frozen=True)
class Templates:
    """House templates, as bytes; empty: the tool's own look."""

    docx: bytes = b""
    pptx: bytes = b""


@dataclass(frozen=True)
class Choice:
    """What to write."""

    formats: tuple[str, ...]
    templates: Templates = field(default_factory=Templates)
    missing: tuple[str, ...] = ()
    """Formats left out of the default because the extra `office` is not installed."""


def choose(names: str | None, templates: Sequence[Path] = ()) -> Choice:
    """The formats asked for, by default all that this installation can write, with their templates read.

    Raises:
        DataError: an unknown name, a format that needs the extra `office`, a template that does not fit.
    """
    absent = tuple(f for f, module in OFFICE.items() if find_spec(module) is None)
    if names is None:
        chosen = tuple(f for f in KNOWN if f not in absent)
    else:
        asked = [n.strip().lower() for n in names.split(",") if n.strip()]
        unknown = sorted({n for n in asked if n not in KNOWN})
        if unknown or not asked:
            problem = f"{unknown[0]!r} is not a known format." if unknown else "names no format."
            raise DataError("--formats", problem, f"Choose among: {', '.join(KNOWN)}.")
        chosen = tuple(f for f in KNOWN if f in asked)
    kinds = {path.suffix.lower().removeprefix(".") for path in templates}
    lacking = sorted(f for f in absent if f in kinds or (names is not None and f in chosen))
    if lacking:
        where = "--formats" if names is not None and lacking[0] in chosen else "--template"
        raise DataError(where, f"{lacking[0]} needs the extra `office`, which is not installed.", f"Get it with: {EXTRA}")
    return Choice(chosen, _templates(templates, chosen), absent if names is None else ())


def _templates(paths: Sequence[Path], chosen: tuple[str, ...]) -> Templates:
    found: dict[str, bytes] = {}
    for path in paths:
        kind = path.suffix.lower().removeprefix(".")
        if kind not in OFFICE:
            raise DataError(f"--template {path}", "is neither a .docx nor a .pptx file.", "Save the template in one of these forms.")
        if kind in found:
            raise DataError(f"--template {path}", f"is the second .{kind} template.", "Name one of each at most.")
        if kind not in chosen:
            raise DataError(f"--template {path}", f"goes with the format {kind}, which is not written.", f"Add {kind} to --formats.")
        found[kind] = _checked(path, kind)
    return Templates(docx=found.get("docx", b""), pptx=found.get("pptx", b""))


def _checked(path: Path, kind: str) -> bytes:
    from lockin_audit.report.document.template import read_template
    from lockin_audit.report.slides.template import read_slide_template

    return read_template(path) if kind == "docx" else read_slide_template(path)


def make_files(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    """Name → content of every file of the report but the manifest.

    Args:
        study: the assessment, redacted already where that is wanted.
        model: the cost model behind it, for the workbook.
        choice: what to write.
    """
    files: dict[str, bytes] = {}
    for name in choice.formats:
        files |= _MAKERS[name](study, model, choice)
    return {"study.json": _json(study), **files}


def _json(study: Study) -> bytes:
    from lockin_audit.report.study_json import study_json

    return study_json(study)


def _xlsx(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.workbook.write import write_workbook

    return {"assessment.xlsx": write_workbook(study, model)}


def _html(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.html import report_html

    return {"report.html": report_html(study)}


def _md(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.markdown import report_markdown

    return {"report.md": report_markdown(study)}


def _sarif(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.audit_sarif import audit_sarif

    return {"findings.sarif": audit_sarif(study.audit).encode()}


def _charts(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.charts import chart_files

    return chart_files(study)


def _csv(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.tables_csv import table_files

    return table_files(study)


def _bom(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.bill_of_materials import bill_of_materials

    return {"bom.cdx.json": bill_of_materials(study)}


def _docx(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.document.write import write_document

    return {"report.docx": write_document(study, choice.templates.docx)}


def _pptx(study: Study, model: Model, choice: Choice) -> dict[str, bytes]:
    from lockin_audit.report.slides.write import write_slides

    return {"slides.pptx": write_slides(study, choice.templates.pptx)}


_MAKERS: Final[dict[str, Callable[[Study, Model, Choice], dict[str, bytes]]]] = {
    "xlsx": _xlsx,
    "html": _html,
    "md": _md,
    "sarif": _sarif,
    "json": lambda study, model, choice: {},
    "charts": _charts,
    "csv": _csv,
    "bom": _bom,
    "docx": _docx,
    "pptx": _pptx,
}
