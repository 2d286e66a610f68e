"""A specification survives writing and reading, and leaves as Markdown and as tool definitions."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.spec import DataItem, Failure, Found, ToolContract, WorkflowSpec, blank_spec, load_spec
from lockin_audit.report.spec_markdown import spec_markdown
from lockin_audit.report.spec_text import mcp_tools, spec_toml

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
ITEM = st.builds(DataItem, name=WORDS, meaning=WORDS, type=st.sampled_from(["text", "number", "file"]), required=st.booleans())
TOOL = st.builds(
    ToolContract, name=st.just("lookup"), purpose=WORDS, inputs=st.tuples(ITEM), outputs=st.tuples(ITEM),
    changes=st.none() | st.booleans(), repeatable=st.none() | st.booleans(),
)  # fmt: skip


@settings(deadline=None, max_examples=40)
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
