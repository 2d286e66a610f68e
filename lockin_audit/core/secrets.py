"""Masks keys, tokens and passwords in text that is about to be shown.

A masked secret keeps what tells its kind (`sk-ant-[masked]`, `password = "[masked]"`), so that a reader knows what to rotate.
Names of settings, placeholders (`${TOKEN}`, `<your key>`) and ordinary identifiers stay. Masking twice changes nothing more.
Prefixes follow the vendors' own documentation of their token formats and the public rules of secret scanners.
"""

from __future__ import annotations

import math
import re
from collections import Counter

MASK = "[masked]"

_BLOCK = re.compile(
    r"(-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----)(?!\[masked\]).*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\Z)", re.DOTALL
)
"""A private key in PEM form, to its end or the end of the text."""

_KEY_BODY = re.compile(
    r"(?m)^[ \t]{0,60}+[\"']?+(?=[A-Z0-9+/]*[a-z])(?=[a-z0-9+/]*[A-Z])(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{60,76}={0,2}(?:\\n)?[\"',]*[ \t]*$"
)
"""A line that is nothing but the base64 body of a key or certificate."""

_PREFIXED = re.compile(
    r"""(?<![A-Za-z0-9])(?:
      (?P<p1>sk-ant-)[A-Za-z0-9_-]{12,}                                   # Anthropic
    | (?P<p2>sk-(?:proj|svcacct|admin|or-v1|lf|lc)-)[A-Za-z0-9_-]{12,}      # OpenAI, OpenRouter, Langfuse
    | (?P<p3>sk-)[A-Za-z0-9]{20,}                                          # OpenAI and compatible
    | (?P<p4>(?:AKIA|ASIA|ABIA|ACCA))[A-Z0-9]{12,}                          # AWS access key id
    | (?P<p5>ABSK)[A-Za-z0-9+/]{40,}={0,2}                                 # Amazon Bedrock API key
    | (?P<p6>bedrock-api-key-)[A-Za-z0-9+/]{20,}={0,2}
    | (?P<p7>gh[pousr]_)[A-Za-z0-9]{16,}                                   # GitHub
    | (?P<p8>github_pat_)[A-Za-z0-9_]{16,}
    | (?P<p9>gl(?:pat|dt|rt|ptt|cbt)-)[A-Za-z0-9_-]{16,}                    # GitLab
    | (?P<p10>xox[abeoprs]-|xapp-)[A-Za-z0-9-]{8,}                          # Slack
    | (?P<p11>AIza)[A-Za-z0-9_-]{28,}                                      # Google API key
    | (?P<p12>ya29\.|GOCSPX-|1//0)[A-Za-z0-9_-]{20,}                        # Google OAuth
    | (?P<p13>[spr]k_(?:live|test)_|whsec_)[A-Za-z0-9]{12,}                 # Stripe
    | (?P<p14>hf_)[A-Za-z0-9]{20,}                                         # Hugging Face
    | (?P<p15>npm_)[A-Za-z0-9]{30,} | (?P<p16>pypi-)[A-Za-z0-9_-]{40,}
    | (?P<p17>SG\.)[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}                   # SendGrid
    | (?P<p18>gsk_|r8_|xai-|pplx-|fw_|tvly-|e2b_)[A-Za-z0-9]{20,}           # Groq, Replicate, xAI, Perplexity, Fireworks, Tavily, E2B
    | (?P<p19>lsv2_(?:pt|sk)_|ls__)[A-Za-z0-9_]{20,}                        # LangSmith
    | (?P<p20>pk-lf-)[A-Za-z0-9-]{20,}                                     # Langfuse
    | (?P<p21>lin_api_|ntn_|secret_)[A-Za-z0-9]{30,}                        # Linear, Notion
    | (?P<p22>dapi)[a-f0-9]{32}                                            # Databricks
    | (?P<p23>dop_v1_|hvs\.|shpat_)[A-Za-z0-9_-]{20,}                       # DigitalOcean, Vault, Shopify
    | (?P<p24>https://hooks\.slack\.com/(?:services|workflows|triggers)/)[A-Za-z0-9/_-]{12,}
    | (?P<p25>\d{8,10}:AA)[A-Za-z0-9_-]{30,}                                # Telegram bot
    | (?P<p26>SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])                             # Twilio
    | (?P<p27>pcsk_|dckr_[po]at_|nvapi-|gl(?:sa|c)_)[A-Za-z0-9_-]{20,}      # Pinecone, Docker, NVIDIA, Grafana
    | (?P<p28>sntry[su]_|sb_secret_|sbp_|jina_|apify_api_|figd_)[A-Za-z0-9_+/=-]{20,}  # Sentry, Supabase, Jina, Apify, Figma
    | (?P<p29>ATATT3x|PMAK-|NRAK-|tskey-|xkeysib-|pul-|dt0c01\.)[A-Za-z0-9_.=-]{20,}  # Atlassian, Postman, New Relic, Tailscale, Brevo, ...
    )""",
    re.VERBOSE,
)

_UNNAMED = re.compile(
    r"""(?<![A-Za-z0-9+/=_-])(?:
      [A-Za-z0-9]{40,60}JQQJ9[9DH][A-Za-z0-9]{18,40}={0,2}                   # Azure keys that tell what they are
    | [A-Za-z0-9+/]{86}==                                                  # 64 bytes: keys of Azure storage and databases
    | [MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}     # Discord bot
    )(?![A-Za-z0-9+/=_-])""",
    re.VERBOSE,
)
"""Keys without a beginning of their own."""

_JWT = re.compile(r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*)?")

_BEARER = re.compile(r"(?i)\b(bearer|basic)(\s+|%20)(?=[A-Za-z0-9._~+/-]*\d)[A-Za-z0-9._~+/-]{12,}={0,2}")

_URL = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{1,30}://[^\s:/@\"'`]{0,200}:)(?!\d{1,5}/)([^\s@\"'`]{1,200})(?=@)")

_FIELD = re.compile(
    r"(?i)\b((?:Account|SharedAccess|SharedSecret|Primary|Secondary|Subscription)Key|SharedAccessSignature)=([^;\"'\s&]{4,})"
)
_FIELD_PASSWORD = re.compile(
    r"(?i)(;\s{0,4}(?:password|pwd)=)([^;\"'\s]+)|((?<![\w-])(?:password|pwd)=)([^;\"'\s]{1,200})(?=;\s{0,4}\w{1,60}=)"
)

_QUERY = re.compile(r"(?i)([?&](?:[a-z_]*api[_-]?key|key|[a-z_]*token|sig|signature|client_secret|password|code)=)([^&\s\"'<>{}$]{8,})")

_STRONG_NAME = (
    r"pass(?:word|wd|phrase|code)|pwd|secret(?:[_-]?(?:key|access[_-]?key|value))?|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key"
    r"|(?:encryption|signing|master|subscription|license|service)[_-]?key|client[_-]?secret|(?:auth|access|refresh|bearer|session|bot|api|id)[_-]?token"
    r"|connection[_-]?string|conn[_-]?str"
)
_WEAK_NAME = r"token|credentials?|key|dsn|cert(?:ificate)?|auth(?:orization)?|cookie|salt|signature|webhook(?:[_-]?url)?"
_JOIN = r"[\"'\\]{0,2}\]?\s{0,8}(?::\s{0,4}[A-Za-z_][\w.\[\]|, ]{0,40}?\s{0,4}=|:=|=>|=|:)\s{0,8}(?:[a-zA-Z]{0,2}(?=[\"'`]))?"

_QUOTED = re.compile(rf"(?i)({_STRONG_NAME})({_JOIN})(\\?[\"'`])((?:(?!\3)[^\n]){{1,2000}}?)(?=\3|$)", re.MULTILINE)
_QUOTED_WEAK = re.compile(rf"(?i)({_WEAK_NAME})({_JOIN})(\\?[\"'`])([^\s\"'`\\]{{20,2000}})")
_DEFAULT = re.compile(
    rf"(?i)([\"'][\w-]*(?:{_STRONG_NAME})[\"']\s{{0,4}},\s{{0,4}}(?:default\s{{0,2}}=\s{{0,2}})?)([\"'])([^\"'\n]{{1,500}})"
)
_SETTING = re.compile(
    r"(?m)^([ \t]*+(?:(?:export|ENV|ARG|set|-)[ \t]+|\$env:)?[\w.-]*?)(?i:("
    + _STRONG_NAME
    + r"|token))([ \t]*[=:][ \t]*)([^\s\"'#][^\s\"']*)[ \t]*(?:#.*)?$"
)

_USER = re.compile(r"((?<!\S)(?:-u|--user|--proxy-user)[ =]{1,3}[\"']?[^\s:\"'$]{1,100}:)([^\s\"']{1,200})")
_PROGRAM = re.compile(
    r"(?<![\w-])((?:mysql\w{0,20}|mariadb[\w-]{0,20})\s[^\n|;&]{0,200}?(?<!\S)-p|(?:sshpass|redis-cli)\s[^\n|;&]{0,200}?(?<!\S)-[ap]\s?)"
    r"([^\s\"'$-][^\s\"']{2,200})"
)
_OPTION = re.compile(rf"(?i)((?<![\w-])--?(?:{_STRONG_NAME}|token)(?:=|\s))([^\s\"'$<{{(\[-][^\s\"'<>{{}}()]{{5,300}})")
_LOGIN = re.compile(r"((?:\bauth\s{0,4}=\s{0,4}|BasicAuth)\(\s{0,4}[\"'][^\"'\n]{0,100}[\"']\s{0,4},\s{0,4}[\"'])([^\"'\n]{1,300})")
_END = r"([^\s\"'`,;<>{}()\[\]$]{8,300})(?=[\s\"'`,;]|$)"
_BEFORE = re.compile(r"(?<![\w$-])([A-Z0-9_]{0,60}(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD)=)" + _END)
_SAID = re.compile(rf"(?i)((?:{_STRONG_NAME}):[ \t]{{1,4}}){_END}")
"""Before a command, or in a sentence: `API_KEY=... curl`, `password: ... and`."""

_TEMPLATE = re.compile(
    r"\$\{?[\w.:/-]+\}?.*|\{\{.*\}\}|\{[^{}]*\}|<.*>?|%\(\w+\)s|%s|%[A-Z_]+%|\*+|\.\.\.|[xX]{3,}|\[masked\].*", re.DOTALL
)
"""What stands where a value will be put in."""

_WORD = re.compile(
    r"""(?ix) arn:aws[\w:/.*+=@,-]*
      | (?-i:[A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|CREDENTIAL)[A-Z0-9_]*)
      | null | none | true | false | str | string | secretstr | number | boolean | any | undefined | optional | required """
)
_CODE = re.compile(r"[A-Za-z_]\w*(?:[.\[(:]|::|\?\.|$|[,;]$).*", re.DOTALL)


def mask_secrets(text: str) -> str:
    """The text with every recognised secret replaced by `[masked]` behind what tells its kind."""
    if "-----BEGIN" in text:
        text = _BLOCK.sub(lambda m: m[1] + MASK, text)
    text = _KEY_BODY.sub(MASK, text)
    text = _PREFIXED.sub(lambda m: f"{m[m.lastgroup or 0]}{MASK}", text)
    text = _UNNAMED.sub(MASK, text)
    if "eyJ" in text:
        text = _JWT.sub(f"eyJ{MASK}", text)
    text = _BEARER.sub(lambda m: f"{m[1]}{m[2]}{MASK}", text)
    if "://" in text:
        text = _URL.sub(lambda m: m[0] if _is_template(m[2]) else m[1] + MASK, text)
        text = _QUERY.sub(lambda m: m[0] if _is_placeholder(m[2]) else m[1] + MASK, text)
    if "=" in text:
        text = _FIELD.sub(lambda m: m[0] if _is_placeholder(m[2]) else f"{m[1]}={MASK}", text)
        text = _FIELD_PASSWORD.sub(_field_password, text)
    text = _DEFAULT.sub(lambda m: m[0] if _is_placeholder(m[3]) else f"{m[1]}{m[2]}{MASK}", text)
    text = _QUOTED.sub(lambda m: m[0] if _is_placeholder(m[4]) else f"{m[1]}{m[2]}{m[3]}{MASK}", text)
    text = _QUOTED_WEAK.sub(lambda m: f"{m[1]}{m[2]}{m[3]}{MASK}" if _is_random(m[4]) else m[0], text)
    text = _SETTING.sub(_setting, text)
    return _in_commands(text)


def mask_keys(path: str) -> str:
    """A path with every key masked that is known by its vendor's form. Long names without a digit are no keys."""
    return _PREFIXED.sub(lambda m: f"{m[m.lastgroup or 0]}{MASK}" if any(map(str.isdigit, m[0])) else m[0], path)


def _in_commands(text: str) -> str:
    """What stands without quotes in a command or a sentence."""
    if "-" in text:
        for pattern in (_USER, _PROGRAM, _OPTION):
            text = pattern.sub(lambda m: m[0] if _is_placeholder(m[2]) else m[1] + MASK, text)
    text = _LOGIN.sub(lambda m: m[0] if _is_placeholder(m[2]) else m[1] + MASK, text)
    if "=" in text:
        text = _BEFORE.sub(_given, text)
    return _SAID.sub(_given, text) if ": " in text else text


def _given(match: re.Match[str]) -> str:
    """A value without quotes is a secret where it has letters and digits, and a mark that names do not have or many characters."""
    name, value = match[1], match[2]
    if _is_placeholder(value) or not (re.search(r"[A-Za-z]", value) and re.search(r"\d", value)):
        return match[0]
    if name.endswith("="):
        secret = re.fullmatch(r"[A-Za-z_]\w*(?:\.\w+)+", value) is None
    else:
        secret = re.fullmatch(r"[\w.:/-]+", value) is None or (len(value) >= 20 and _is_random(value))
    return name + MASK if secret else match[0]


def _field_password(match: re.Match[str]) -> str:
    name, value = (match[1], match[2]) if match[1] else (match[3], match[4])
    return match[0] if _is_placeholder(value) else name + MASK


def _setting(match: re.Match[str]) -> str:
    """`DB_PASSWORD=hunter2` of an environment or YAML file; code such as `password=settings.password` stays."""
    name, value = match[1] + match[2], match[4]
    if _is_placeholder(value):
        return match[0]
    in_capitals = name.strip().split()[-1].isupper()
    if not in_capitals and (_CODE.fullmatch(value) or value[0] in "([{&|>!*@" or len(value) < 4 or value[-1] in "({[,"):
        return match[0]
    if in_capitals and re.fullmatch(r"[A-Za-z_][\w.]*[(\[].*", value):
        return match[0]
    return f"{name}{match[3]}{MASK}"


def _is_template(value: str) -> bool:
    return MASK in value or _TEMPLATE.fullmatch(value.strip()) is not None


def _is_placeholder(value: str) -> bool:
    return _is_template(value) or _WORD.fullmatch(value.strip()) is not None


def _is_random(value: str) -> bool:
    """Whether a literal looks drawn by chance: letters and digits mixed, at least 3.5 bits per character, not a path or an address."""
    if (
        MASK in value
        or not re.search(r"[A-Za-z]", value)
        or not re.search(r"\d", value)
        or re.search(r"[/:.]{1}[a-z]+[/:.-]|[{}$<> ]", value)
    ):
        return False
    if re.fullmatch(r"[a-z0-9]+(?:[-_.][a-z0-9]{1,12})+", value) and not re.search(r"[a-z]\d[a-z]|\d[a-z]\d", value):
        return False
    counts = Counter(value)
    entropy = -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())
    return entropy >= 3.5 or (entropy >= 3.0 and re.fullmatch(r"[0-9a-fA-F]{32,}", value) is not None)
