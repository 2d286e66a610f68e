"""Office files (xlsx, docx, pptx) are zip archives; here they become the same bytes each time: fixed times, fixed order of parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Final

_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)")


def normalised(package: bytes, as_of: date, change: Callable[[str, bytes], bytes] = lambda name, data: data) -> bytes:
    """The package with fixed times; its parts in the order in which its library wrote them.

    Args:
        package: an Office file as its library wrote it.
        as_of: day written into the document properties instead of the clock.
        change: name and content of a part → content to write.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in source.namelist():
            data = change(name, source.read(name))
            if name == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>" + as_of.isoformat().encode() + rb"T00:00:00Z\g<3>", data)
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data)
    return out.getvalue()
