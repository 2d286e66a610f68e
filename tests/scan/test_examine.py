"""A fault of the program is never taken for a file without evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from lockin_audit.core.errors import AuditError
from lockin_audit.scan import languages
from lockin_audit.scan.examine import find_places
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.repository import list_files


@pytest.mark.parametrize(("fault", "shown"), [(ImportError("no grammar"), AuditError), (NameError("typo"), NameError)])
def test_a_fault_of_our_own_is_not_a_file_that_cannot_be_parsed(
    fault: Exception, shown: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")

    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(languages, "analyse", broken)
    entry = list_files(tmp_path).entries[0]
    with pytest.raises(shown):
        find_places(str(tmp_path), entry, (), RepositoryContext())
