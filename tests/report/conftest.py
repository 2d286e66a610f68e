"""What tests of several reports share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lockin_audit.report.charts.chart import Chart
from tests.report.pictures import png


@pytest.fixture(scope="module")
def quick_pictures() -> Iterator[None]:
    """Small grey pictures in place of charts, which have tests of their own and take a second each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Chart, "render", lambda *a, **k: png(48, 30))
        yield
