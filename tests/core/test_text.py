"""Text of a hostile repository reaches a reader harmless and short, and no secret with it."""

from __future__ import annotations

import json
import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lockin_audit.core.secrets import mask_secrets
from lockin_audit.core.text import SNIPPET_LENGTH, shown_path, snippet, steady, visible

ANYTHING = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=400)


@given(ANYTHING)
@example("\ud800\udcff\x1b[31m\u202e\u2028\u200b\n\t\x7f\x9b")
def test_visible_is_one_printable_line_that_can_be_encoded(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert "\n" not in shown
    shown.encode("utf-8")
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in shown)


@given(ANYTHING, st.integers(min_value=1, max_value=60))
def test_visible_keeps_to_its_limit_and_is_stable(text: str, limit: int) -> None:
    shown = visible(text, limit)
    assert len(shown) <= limit
    assert visible(shown, limit) == shown


def test_visible_spells_out_what_it_cannot_show() -> None:
    assert visible("a\nb\x1b[0m\u202eevil\udcffz") == r"a\nb\x1b[0m\u202eevil\xffz"
    assert visible("ordinary – текст 漢字") == "ordinary – текст 漢字"
    assert visible("no\u00a0break") == "no break"
    assert visible("abcdef", 4) == "abc…"


def test_a_path_shows_no_key() -> None:
    key = "AKIA" + "IOSFODNN7EXAMPLE"[:16]
    assert shown_path(f"dumps/{key}/run.py") == "dumps/AKIA[masked]/run.py"
    assert shown_path("sk-" + "a1" * 15 + "\n.py") == "sk-[masked]\\n.py"
    for ordinary in ("src/hf_transformerspipelines/model.py", "a.py", "docs/task-understanding-and-planning.md", "lib/npm_packages/x1.js"):
        assert shown_path(ordinary) == ordinary


@given(ANYTHING)
@example("a\r\n\tb\u200b\U000e0041")
def test_a_steady_text_keeps_its_lines_and_steers_nothing(text: str) -> None:
    shown = steady(text)
    assert shown.count("\n") == text.count("\n") and shown.count("\t") == text.count("\t")
    kept = shown.replace("\r\n", "\n").replace("\n", "").replace("\t", "")
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in kept)
    assert steady(shown) == shown


@given(st.text(max_size=50))
def test_a_steady_json_text_says_the_same(text: str) -> None:
    assert json.loads(steady(json.dumps({"x": text}, ensure_ascii=False, indent=1))) == {"x": text}


ALNUM = string.ascii_letters + string.digits
BODY = st.text(alphabet=ALNUM, min_size=40, max_size=60).filter(lambda s: any(c.isdigit() for c in s) and any(c.isalpha() for c in s))
UPPER = st.text(alphabet=string.ascii_uppercase + string.digits, min_size=16, max_size=16)
AROUND = st.sampled_from(
    [("", ""), ('client = OpenAI(api_key="', '")'), ("key: ", ""), ("# ", " # old"), ('{"x": ["', '"]}'), ("export K=", ""), ("`", "`")]
)
PREFIXES = [
    "sk-ant-api03-",
    "sk-proj-",
    "sk-",
    "ghp_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "AIza",
    "ya29.",
    "sk_live_",
    "hf_",
    "npm_",
    "gsk_",
    "lsv2_pt_",
    "pk-lf-",
    "secret_",
    "dop_v1_",
    "pcsk_",
    "dckr_pat_",
    "nvapi-",
    "glsa_",
    "sntrys_",
    "sbp_",
    "ATATT3xFfGF0",
    "tskey-auth-",
    "Bearer ",
    "eyJhbGciOi.eyJ",
]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_vendor_key_never_survives(prefix: str) -> None:
    @given(BODY, AROUND)
    def check(body: str, around: tuple[str, str]) -> None:
        masked = mask_secrets(around[0] + prefix + body + around[1])
        assert body not in masked and body[:20] not in masked
        assert "[masked]" in masked

    check()


@given(UPPER, AROUND)
def test_an_aws_key_never_survives(body: str, around: tuple[str, str]) -> None:
    assert mask_secrets(around[0] + "AKIA" + body + around[1]) == mask_secrets(around[0] + "AKIA" + "Q7" * 8 + around[1])


NAMES = st.sampled_from(
    ["password", "DB_PASSWORD", "client_secret", "apiKey", "api_key", "x-api-key", "aws_secret_access_key", "refreshToken", "ACCOUNT_KEY"]
)
FORMS = st.sampled_from(
    [
        '{n} = "{v}"',
        "{n}='{v}'",
        '"{n}": "{v}",',
        '{n}: str = "{v}"',
        "f({n}=`{v}`)",
        '    "{n} = \\"{v}\\"\\n",',
        'os.getenv("{n}", "{v}")',
        'h["{n}"] = "{v}"',
    ]
)
VALUE = st.text(alphabet=ALNUM + "!#%^*-_.+", min_size=8, max_size=40).filter(
    lambda s: any(c.islower() for c in s) and any(c.isdigit() for c in s) and s[0] not in "*%"
)


@given(NAMES, FORMS, VALUE)
def test_a_literal_given_to_a_secret_name_never_survives(name: str, form: str, value: str) -> None:
    masked = mask_secrets(form.format(n=name, v=value))
    assert value not in masked
    assert name in masked


@given(st.text(alphabet=ALNUM + "!#^*-_.+%", min_size=1, max_size=40).filter(lambda s: not set(s) <= set("*x.") and not s.startswith("%")))
def test_a_password_in_a_connection_string_never_survives(password: str) -> None:
    masked = mask_secrets(f'url = "postgresql+asyncpg://app:{password}@db.internal:5432/claims"')
    assert masked == 'url = "postgresql+asyncpg://app:[masked]@db.internal:5432/claims"'


@given(ANYTHING)
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask_secrets(text)
    assert mask_secrets(once) == once


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("OPENAI_API_KEY=sk-proj-abcdefghijklmnop1234", "OPENAI_API_KEY=sk-proj-[masked]"),
        ("DB_PASSWORD=hunter2", "DB_PASSWORD=[masked]"),
        ("  db_password: hunter2!x", "  db_password: [masked]"),
        ("Server=db;User Id=app;Password=hunter2;Encrypt=true", "Server=db;User Id=app;Password=[masked];Encrypt=true"),
        ("AccountName=x;AccountKey=abcd1234efgh==;EndpointSuffix=y", "AccountName=x;AccountKey=[masked];EndpointSuffix=y"),
        ("GET https://api.test/v1?api_key=1234567890abc&q=1", "GET https://api.test/v1?api_key=[masked]&q=1"),
        ('key = "-----BEGIN RSA PRIVATE KEY-----\\nMIIE', 'key = "-----BEGIN RSA PRIVATE KEY-----[masked]'),
        ('signing_token = "9f86d081884c7d659a2feaa0c55ad015"', 'signing_token = "[masked]"'),
        ("AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE", "AWS_ACCESS_KEY_ID=AKIA[masked]"),
        ("curl -u bob:Hunter2! https://api.test/v1", "curl -u bob:[masked] https://api.test/v1"),
        ("curl --user 'bob:hunter2' https://api.test", "curl --user 'bob:[masked]' https://api.test"),
        ("mysql -h db -uroot -pHunter2! claims", "mysql -h db -uroot -p[masked] claims"),
        ("redis-cli -h r -a Hunter2! PING", "redis-cli -h r -a [masked] PING"),
        ("vault login --token abcd1234efgh", "vault login --token [masked]"),
        ("tool --client-secret=abcd1234efgh --x", "tool --client-secret=[masked] --x"),
        ("get(url, auth=('bob', 'hunter2'))", "get(url, auth=('bob', '[masked]'))"),
        ('get(url, HTTPBasicAuth("bob", "hunter2"))', 'get(url, HTTPBasicAuth("bob", "[masked]"))'),
        ("Open the console; password: Hu12abCD! and key", "Open the console; password: [masked] and key"),
        ("OPENAI_API_KEY=pGrgU7X8EdYGKxPHniGFpqiYbHRT curl https://x", "OPENAI_API_KEY=[masked] curl https://x"),
        ("docker run -e DB_PASSWORD=hunter2024 app", "docker run -e DB_PASSWORD=[masked] app"),
        (f"x = '{'aB1' * 28}+/=='", "x = '[masked]'"),
        (f"see {'aB1x' * 13}JQQJ99BKACYeBjFXJ3w3AAABACOGabcd now", "see [masked] now"),
        (f"M{'aB1' * 8}.G{'aB1ab'}.{'aB1' * 12}", "[masked]"),
    ],
)
def test_what_kind_of_secret_it_was_can_still_be_read(line: str, expected: str) -> None:
    assert mask_secrets(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        'session = client.beta.sessions.create(agent=agent.id, environment_id=env.id, betas=["managed-agents-2026-04-01"])',
        'model="claude-sonnet-4-5-20250929"',
        'modelId: "anthropic.claude-3-5-sonnet-20241022-v2:0"',
        'agent_id = "asst_abc123"',
        'agentId: "3f2504e0-4f89-11d3-9a0c-0305e82c3301"',
        'api_key=os.environ["ANTHROPIC_API_KEY"]',
        'api_key = os.getenv("ANTHROPIC_API_KEY")',
        "client = Anthropic(api_key=settings.anthropic_api_key)",
        "ANTHROPIC_API_KEY=${ANTHROPIC_API_KEY}",
        'url = f"postgresql://{user}:{password}@{host}:{port}/{name}"',
        "DATABASE_URL=postgres://app:${DB_PASSWORD}@db/claims",
        "max_tokens = 4096",
        "next_token = response.get('nextToken')",
        "def login(user: str, password: str) -> Token:",
        "password=password,",
        "  token: string;",
        'import { createClient } from "https://esm.sh:443/react@18"',
        "risk-assessment-of-the-disk-learning-task",
        'resource "aws_bedrockagent_agent" "triage" {',
        'secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:agent"',
        'idempotency_key = f"{claim.id}:{step}"',
        'partition_key = "tenant-claims-archive-v2"',
        "# Send the bearer token with every request",
        "Authorization: Bearer ${TOKEN}",
        'Authorization: "Bearer " + token',
        "@workflow.run",
        "checksum = 'sha256'",
        "https://platform.claude.com/docs/en/managed-agents/overview",
        "if not password:",
        "key: value",
    ],
)
def test_ordinary_code_is_left_alone(line: str) -> None:
    assert mask_secrets(line) == line


@given(ANYTHING)
def test_a_snippet_is_short_printable_and_on_one_line(text: str) -> None:
    shown = snippet(text)
    assert len(shown) <= SNIPPET_LENGTH
    assert shown.isprintable()


def test_a_key_is_masked_before_the_line_is_cut() -> None:
    line = "call(" + "x" * 140 + ', "sk-ant-api03-' + "A1b2C3d4" * 10 + '")'
    assert "A1b2" not in snippet(line)
    assert "A1b2" not in snippet("y = '" + "sk-ant-" + "A1b2C3d4" * 5_000 + "'")


def test_a_five_megabyte_line_costs_nothing() -> None:
    assert len(snippet("password=" * 600_000)) <= SNIPPET_LENGTH
