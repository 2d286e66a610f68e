"""A specification survives writing and reading, and leaves as Markdown and as tool definitions."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.spec import GAP, DataItem, Failure, Found, ToolContract, WorkflowSpec, blank_spec, load_spec
from lockin_audit.report.spec_markdown import spec_markdown
from lockin_audit.report.spec_text import mcp_tools, spec_toml

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
ITEM = st.builds(DataItem, name=WORDS, meaning=WORDS, type=st.sampled_from(["text", "number", "file"]), required=st.booleans())
TOOL = st.builds(
    ToolContract, name=st.just("lookup"), purpose=WORDS, inputs=st.tuples(ITEM), outputs=st.tuples(ITEM),
    changes=st.none() | st.booleans(), repeatable=st.none() | st.booleans(),
)  # fmt: skip


@settings(max_examples=40)
@given(WORDS, st.lists(WORDS, max_size=3).map(tuple), st.none() | TOOL, st.dictionaries(WORDS, WORDS, max_size=2), ITEM)
def test_what_is_written_comes_back(
    tmp_path_factory,
    text: str,
    texts: tuple[str, ...],
    tool: ToolContract | None,
    mapping: dict[str, str],
    item: DataItem,  # type: ignore[no-untyped-def]
) -> None:
    spec = WorkflowSpec(
        id="w", name=text, task=text, criteria=texts, inputs=(item,), tools=(tool,) if tool else (), mapping=mapping,
        failure=Failure(attempts=2, timeout_seconds=1.5, then=text), found=(Found(field="task", file="a.py", line=3),),
    )  # fmt: skip
    path: Path = tmp_path_factory.mktemp("s") / "w.toml"
    path.write_text(spec_toml(spec), encoding="utf-8", newline="\n")
    assert load_spec(path) == spec


def test_the_board_sees_plain_words_and_no_mapping() -> None:
    spec = blank_spec("w", "Claims <b>").model_copy(update={"decision": "Whether a claim is paid.", "mapping": {"runtime": "Acme"}})
    text = spec_markdown(spec)
    assert "**What is decided.** Whether a claim is paid." in text and "Acme" not in text and "<b>" not in text
    assert text.count("**Not yet said.**") > 8


def test_tools_leave_as_definitions_of_the_protocol() -> None:
    tool = ToolContract(
        name="pay", purpose="Pays a claim.", changes=True, repeatable=True,
        inputs=(DataItem(name="amount", meaning="Euros", type="number"), DataItem(name="note", meaning="Text", required=False)),
    )  # fmt: skip
    (entry,) = json.loads(mcp_tools(blank_spec("w").model_copy(update={"tools": (tool,)})))["tools"]
    assert entry["name"] == "pay" and entry["annotations"] == {"readOnlyHint": False, "idempotentHint": True}
    jsonschema.Draft202012Validator.check_schema(entry["inputSchema"])
    jsonschema.validate({"amount": 3.5}, entry["inputSchema"])
    assert entry["inputSchema"]["required"] == ["amount"] and "outputSchema" not in entry


def test_what_is_open_is_no_part_of_a_definition() -> None:
    gap = DataItem(name="input", meaning="OPEN: What goes in?", type="record")
    half = DataItem(name="amount", meaning="OPEN: What is it?", type="number")
    tools = (
        ToolContract(name="pay", purpose="OPEN: What does it do?", inputs=(gap,), outputs=(gap.model_copy(update={"name": "result"}),)),
        ToolContract(name="book", purpose="Books.", inputs=(half,)),
    )
    text = mcp_tools(blank_spec("w").model_copy(update={"tools": tools}))
    pay, book = json.loads(text)["tools"]
    assert "OPEN" not in text and pay == {"name": "pay", "inputSchema": {"type": "object"}}
    assert book["inputSchema"]["properties"] == {"amount": {"type": "number"}}


def test_the_board_sees_gaps_points_and_sources_and_nothing_of_the_code_as_markup() -> None:
    tool = ToolContract(
        name="pay", purpose="Pays | <script>a claim</script>.", changes=True, inputs=(DataItem(name="sum", meaning="Euros"),)
    )
    spec = blank_spec("w", "Claims").model_copy(
        update={
            "task": f"Sorts for {GAP}:\n- motor claims\n- house\n  claims\n\n# Rules\nBe [quick](javascript:x).",
            "tools": (tool,),
            "found": (Found(field="task", file="a|b.py", line=3), Found(field="tool.pay.input.sum", file="c.py", line=4)),
        }
    )
    text = spec_markdown(spec)
    assert "<script>" not in text and "\\[quick\\](javascript" in text
    assert "> Sorts for **[a name stood here]**:  \n> - motor claims  \n> - house claims\n>\n> Rules Be" in text.replace(
        "\\-", "-"
    ).replace("\\#", "#")
    assert "| tool pay | c.py:4 |" in text and "| Tool pay | Say whether a second call does harm. |" in text
    assert "| Task | A name stood here |" in text
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert all(len([c for i, c in enumerate(row) if c == "|" and row[i - 1] != "\\"]) >= 3 for row in rows)


def test_a_finished_specification_has_no_open_list() -> None:
    text = spec_markdown(WorkflowSpec(id="w", name="W", task="Sorts."))
    assert "## Where it was read" not in text and "OPEN" not in text
