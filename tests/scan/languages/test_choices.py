"""Names of models that are listed, compared or shown, and those that are asked."""

from __future__ import annotations

import pytest
from asking import PATHS

from lockin_audit.core.evidence import Dimension
from lockin_audit.core.runtime import Rule, StringMatch
from lockin_audit.scan.languages import analyse
from lockin_audit.scan.model import RepositoryContext, SourceFile

MODEL = Rule.model_validate(
    {
        "id": "vendor.runtime/model-id",
        "dimension": "model",
        "ownership": "platform",
        "what": "A model is named.",
        "why": "It matters.",
        "literals": ["gpt"],
        "match": [{"kind": "string", "pattern": r"gpt-[\w.-]+|[\w-]*mistral\.png"}],
    }
)


def lines(source: str, language: str = "python") -> list[int]:
    file = SourceFile(PATHS[language], language, source.encode(), is_test=False)
    return [hit.line for hit in analyse(file, [MODEL], RepositoryContext())]


def test_a_list_over_several_makers_names_no_model_of_the_applications_own() -> None:
    names = ("gpt-4o", "gpt-5", "gpt-4.1", "claude-3-opus", "claude-sonnet-4-5", "gpt-3.5-turbo")
    prices = [f'    "{name}": {{"input": 1}},' for name in names]
    asked = 'answer = client.ask(model="gpt-4o")'
    assert lines("\n".join(["PRICES = {", *prices, "}", *[""] * 30, asked])) == [39]


def test_three_makers_side_by_side_are_a_registry_in_code_and_choices_in_settings() -> None:
    names = {"openai": "gpt-4o", "anthropic": "claude-3-haiku", "google": "gemini-2.5-flash"}
    code = "DEFAULTS = {\n" + "".join(f'    "{key}": "{name}",\n' for key, name in names.items()) + "}\n"
    assert lines(code) == []
    assert lines("models:\n" + "".join(f"  {key}: {name}\n" for key, name in names.items()), "yaml") == [2]


def test_an_example_within_a_longer_text_asks_no_model() -> None:
    told = 'const told = `Write this:\n{\n  "model": "gpt-4o",\n}\n`\n'
    assert lines(told, "typescript") == []
    assert lines('const told = `Write this`\nask({\n  "model": "gpt-4o",\n})\n', "typescript") == [3]


def test_of_a_register_in_yaml_the_first_stands_for_all() -> None:
    assert lines("models:\n" + "".join(f"  - id: {name}\n    a: 1\n    b: 2\n    c: 3\n" for name in ("gpt-4o", "gpt-5")), "yaml") == [2]


def test_what_only_counts_tokens_asks_no_model() -> None:
    assert lines('codec = tiktoken.encoding_for_model("gpt-4")\n') == []
    assert lines('splitter = Splitter.from_tiktoken_encoder(\n    model_name="gpt-4",\n    chunk_size=500,\n)\n') == []
    assert lines('codec = tiktoken.encoding_for_model(ask(model="gpt-4"))\n') == [1]
    assert lines("const codec = encodingForModel('gpt-4')\n", "typescript") == []


def test_what_a_remark_offers_makes_no_list() -> None:
    remark = "export const model = 'gpt-4o' // or 'claude-3-haiku', or 'gemini-2.5-flash'\n"
    assert lines(remark, "typescript") == [1]
    assert lines("MODEL = 'gpt-4o'  # or 'claude-3-haiku', or 'gemini-2.5-flash'\n") == [1]
    linked = "const shown = ['https://example.com/gpt', 'gpt-4o', 'claude-3-haiku', 'gemini-2.5-flash']\n"
    assert lines(linked, "typescript") == []


def test_of_a_list_over_one_maker_the_first_stands_for_all() -> None:
    names = ["gpt-4o", "gpt-5", "gpt-4.1", "gpt-4", "gpt-3.5-turbo", "gpt-5-mini"]
    assert lines("MODELS = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n") == [2]
    assert lines("MODELS = [\n" + "".join(f'    "{name}",\n' for name in names[:2]) + "]\n") == [2]
    assert lines('ask(\n    "gpt-4o",\n    question,\n)\n') == [2]


def test_of_a_list_nothing_stays_where_a_model_is_asked_elsewhere_in_the_file() -> None:
    assert lines('MODELS = [\n    "gpt-4o",\n    "gpt-5",\n]\nask(model="gpt-4o")\n') == [5]


def test_entries_with_sizes_prices_or_titles_are_a_catalogue() -> None:
    one = "".join(f'Model(\n    name="{name}",\n    context_length=8 * 1024,\n)\n' for name in ("gpt-4o", "gpt-5"))
    assert lines(one) == [2]
    assert lines('a = ModelInfo("gpt-4o", SHOWN)\nx = 1\ny = 2\nz = 3\nb = ModelInfo("gpt-5", SHOWN)\n') == [1]
    names = ("gpt-4o", "claude-opus-5", "gemini-3-pro")
    several = "".join(f"{{ name: '{name}',\n label: 'Best',\n a: 1,\n b: 2,\n c: 3,\n }},\n" for name in names)
    assert lines(f"const models = [\n{several}]\n", "typescript") == []
    assert lines('def ask(model: str = "gpt-4o", context_length: int = 8_192): ...\n') == [1]


def test_a_catalogue_is_one_however_far_its_entries_stand_apart() -> None:
    names = [f"gpt-5.{number}" for number in range(8)] + ["claude-opus-5", "gemini-3-pro"]
    entries = "".join(f'  {{\n    "name": "{name}",\n' + '    "x": 1,\n' * 9 + "  },\n" for name in names)
    assert lines(f"[\n{entries}]", "json") == []


@pytest.mark.parametrize(
    "line",
    [
        'if model.startswith("gpt-5"): pass',
        'if "gpt-5" in model: pass',
        'if model in (\n    "gpt-4o",\n    "gpt-5",\n): pass',
        'if "gpt-5" not in self.model: pass',
        'if model == "gpt-4o": pass',
        'icons = {"a": "gpt-mistral.png"}',
        'limits = {"gpt-4o": 128_000}',
    ],
)
def test_what_is_only_compared_with_a_model_decides_nothing(line: str) -> None:
    assert lines(line) == []


@pytest.mark.parametrize(
    "line",
    [
        'model.includes("gpt-5")',
        'const old = ["gpt-4o", "gpt-5"].includes(model)',
        'const old = ![\n  "gpt-4o",\n  "gpt-5",\n].includes(model)',
        'x = <Input placeholder="gpt-4o" />',
        'switch (model) { case "gpt-4o": start() }',
    ],
)
def test_what_is_only_compared_or_shown_in_a_form_decides_nothing(line: str) -> None:
    assert lines(line, "tsx") == []


@pytest.mark.parametrize(
    "line",
    [
        'model = "gpt-4o" if provider == "openai" else other',
        'client.ask("gpt-4o") if "x" in args else None',
        'model = environ.get("MODEL", "gpt-4o")',
        'config = {"model": "gpt-4o"}',
    ],
)
def test_a_choice_beside_a_comparison_counts(line: str) -> None:
    assert lines(line) == [1]


TOOL = MODEL.model_copy(
    update={
        "id": "vendor.runtime/tool",
        "dimension": Dimension.TOOLS,
        "literals": ("bash_20",),
        "match": (StringMatch(kind="string", pattern=r"bash_20\d{6}"),),
    }
)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("const schema = base.extend({ type: z.literal('bash_20250124') })", False),
        ("const titles = {\n  'bash_20250124': 'Bash',\n}", False),
        ("const tool = {\n  type: 'bash_20250124',\n  name: 'bash',\n}", True),
    ],
)
def test_what_only_describes_a_vendors_tool_hands_none_over(line: str, counts: bool) -> None:
    file = SourceFile(PATHS["typescript"], "typescript", line.encode(), is_test=False)
    assert bool(analyse(file, [TOOL], RepositoryContext())) is counts
