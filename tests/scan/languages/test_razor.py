"""The C# of Blazor components is read in its place."""

from __future__ import annotations

import pytest
from asking import found, lines, rule
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.languages.razor import code

ASKED = rule("call", path=["RunAsync"], receiver=["Microsoft.Agents.AI"], unresolved="never")
MEMBERS = '    private string text = "}"; // }\n    private async Task Ask()\n    {\n        await Clerk.RunAsync(text);\n    }\n'


@pytest.mark.parametrize(
    ("component", "line"),
    [
        (f"@using Microsoft.Agents.AI\n@inject AIAgent Clerk\n\n<p>}}</p>\n@code {{\n{MEMBERS}}}\n<p>hello</p>", 9),
        (f"@using Microsoft.Agents.AI;\n@inject AIAgent Clerk\n@code\n{{\n{MEMBERS}}}", 8),
        (f"@using Microsoft.Agents.AI\n@functions {{\n    [Inject] AIAgent Clerk {{ get; set; }}\n{MEMBERS}}}", 7),
    ],
)
def test_members_of_a_component_are_read_in_their_place(component: str, line: int) -> None:
    assert found(component.encode(), ASKED, "csharp", path="Talk.razor") == [(line, "high")]


@pytest.mark.parametrize(
    "component",
    [
        f"@using Microsoft.Agents.AI\n@inject AIAgent Clerk\n<pre>\n{MEMBERS}</pre>",
        f"@inject Loader Clerk\n@code {{\n{MEMBERS}}}",
    ],
)
def test_markup_and_other_objects_say_nothing(component: str) -> None:
    assert lines(component.encode(), ASKED, "csharp", path="Talk.razor") == []


@given(st.lists(st.sampled_from(["@code {", "@using A.B", "@inject C d", "}", '"', '"""', "\n", "\r\n", "x", "'", "/*", "@"])).map("".join))
def test_places_stay_what_they_are(component: str) -> None:
    data = component.encode()
    out = code(data)
    assert len(out) == len(data)
    assert [place for place, byte in enumerate(out) if byte in b"\r\n"] == [place for place, byte in enumerate(data) if byte in b"\r\n"]
