"""What a file is, told by its name: language, skipped type, manifest, lock file, test code, guidance for coding assistants."""

from __future__ import annotations

import re

LANGUAGES: dict[str, str] = {
    **dict.fromkeys(("py", "pyi", "pyw"), "python"),
    **dict.fromkeys(("ts", "mts", "cts"), "typescript"),
    **dict.fromkeys(("js", "mjs", "cjs"), "javascript"),
    **dict.fromkeys(("tf", "tfvars", "hcl"), "terraform"),
    **dict.fromkeys(("yaml", "yml"), "yaml"),
    **dict.fromkeys(("json", "jsonc", "json5"), "json"),
    **dict.fromkeys(("md", "mdx", "markdown"), "markdown"),
    **dict.fromkeys(("txt", "text", "adoc"), "text"),
    **dict.fromkeys(("sh", "bash", "zsh", "fish"), "shell"),
    **dict.fromkeys(("ps1", "psm1", "psd1"), "powershell"),
    **dict.fromkeys(("html", "htm", "vue", "svelte", "astro"), "html"),
    **dict.fromkeys(("ini", "cfg", "conf", "properties"), "ini"),
    **dict.fromkeys(("kt", "kts"), "kotlin"),
    **dict.fromkeys(("c", "h", "cc", "cpp", "hpp"), "c"),
    "tsx": "tsx",
    "jsx": "jsx",
    "toml": "toml",
    "env": "dotenv",
    "ipynb": "notebook",
    "rst": "rst",
    "sql": "sql",
    "prisma": "prisma",
    "graphql": "graphql",
    **dict.fromkeys(("cs", "razor"), "csharp"),
    "java": "java",
    "go": "go",
    **dict.fromkeys(("rb", "rake", "ru"), "ruby"),
    "rs": "rust",
    "php": "php",
    "scala": "scala",
    "swift": "swift",
    "bicep": "bicep",
    "xml": "xml",
    "dockerfile": "dockerfile",
    "mk": "makefile",
}
"""Ending → language."""

TYPED = frozenset(("csharp", "java", "kotlin", "go", "ruby", "php"))
"""Languages in which classes stand by their names, most of them with declared types."""
WITH_TEXT = TYPED | {"bicep", "html"}
"""Languages with a grammar in whose files `text` rules hold as well."""
SCRIPTS = frozenset(("typescript", "tsx", "javascript", "jsx"))
"""JavaScript in its forms."""
MODULES = SCRIPTS | {"python"}
"""Languages whose files others import by their path."""
CODE = MODULES | TYPED | {"notebook", "html"}
"""Languages in which calls, symbols, attributes and constructs are looked for (tables also in SQL); of a page its scripts."""
STRUCTURED = frozenset(("terraform", "bicep", "yaml", "json", "toml", "dotenv"))
"""Languages in which keys and resources are looked for."""

NAMES: dict[str, str] = {
    "dockerfile": "dockerfile",
    "containerfile": "dockerfile",
    "makefile": "makefile",
    "gnumakefile": "makefile",
    "justfile": "makefile",
    "procfile": "text",
    "jenkinsfile": "text",
    "rakefile": "ruby",
    "readme": "text",
    ".envrc": "dotenv",
}
"""Whole lower-case name → language."""

_KINDS = {
    "a picture": "png jpg jpeg gif bmp ico webp tif tiff svg psd ai eps heic avif icns drawio excalidraw",
    "a font": "woff woff2 ttf otf eot",
    "audio or video": "mp3 mp4 wav ogg flac m4a aac avi mov mkv webm",
    "an archive": "zip tar gz tgz bz2 xz 7z rar zst lz4 jar war ear whl egg nupkg deb rpm dmg iso apk",
    "a compiled file": "pyc pyo pyd so dll dylib exe o a lib class wasm bin dat node pdb",
    "an office document": "pdf doc docx xls xlsx ppt pptx odt ods odp rtf epub key numbers pages",
    "data": "csv tsv jsonl ndjson parquet arrow avro feather orc npy npz pkl pickle h5 hdf5 sqlite sqlite3 db mdb geojson",
    "a log or state dump": "log tfstate pb",
    "translations": "po pot mo xlf xliff arb",
    "a model or weights": "pt pth onnx safetensors gguf ckpt tflite joblib",
    "a style sheet": "css scss sass less styl",
    "a generated map or bundle": "map snap lcov",
    "a certificate or key": "pem crt cer der p12 pfx jks keystore pub asc gpg sig",
}
SKIPPED_TYPES: dict[str, str] = {ending: f"not read: {kind}" for kind, endings in _KINDS.items() for ending in endings.split()}
"""Ending → reason why such files are not read."""

LOCK_FILES = frozenset(
    (
        *("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock", "poetry.lock"),
        *(
            "uv.lock",
            "pdm.lock",
            "pipfile.lock",
            "pylock.toml",
            "requirements.lock",
            "requirements-dev.lock",
            "conda-lock.yml",
            "pixi.lock",
        ),
        *("cargo.lock", "composer.lock", "gemfile.lock", "go.sum", "packages.lock.json", "flake.lock", ".terraform.lock.hcl"),
        *("gradle.lockfile", "gems.locked"),
    )
)
MANIFESTS = frozenset(
    (
        *("pyproject.toml", "pipfile", "setup.py", "setup.cfg", "package.json", "environment.yml", "environment.yaml", "constraints.txt"),
        *("go.mod", "cargo.toml", "pom.xml", "gemfile", "composer.json", "pnpm-workspace.yaml"),
        *("directory.packages.props", "directory.build.props", "packages.config", "lerna.json", "deno.json", "gems.rb"),
    )
)
_MANIFEST_PATTERN = re.compile(
    r"(?:.*[-_.])?requirements(?:[-_.].*)?\.(?:txt|in)|.*\.(?:csproj|fsproj|vbproj|gemspec|gradle|gradle\.kts|versions\.toml)"
)

ASSISTANT_FILES = frozenset(
    (
        *("agents.md", "agents.override.md", "claude.md", "claude.local.md", "gemini.md", "copilot-instructions.md", ".cursorrules"),
        *(".windsurfrules", ".clinerules", ".goosehints", "warp.md", "llms.txt", "llms-full.txt", ".roorules"),
    )
)
"""Guidance that coding assistants read while the repository is being worked on; it says nothing about what the product runs."""

ASSISTANT_FOLDERS = frozenset(
    (
        *(
            ".agents/",
            ".agent/",
            ".cursor/",
            ".windsurf/",
            ".clinerules/",
            ".roo/",
            ".kiro/",
            ".junie/",
            ".aider/",
            ".continue/",
            ".gemini/",
            ".bob/",
            ".qwen/",
            ".amazonq/",
            ".factory/",
            ".serena/",
        ),
        *(".github/instructions/", ".github/prompts/", ".github/chatmodes/", ".github/agents/", ".github/skills/", ".github/copilot/"),
        *(".claude/skills/", ".claude/commands/", ".claude/plugins/", ".codex/", ".opencode/", ".trae/", ".augment/"),
    )
)

_TEST_FOLDERS = frozenset(
    (
        "cassettes",
        "mocks",
        "vcr_cassettes",
        "test",
        "tests",
        "__tests__",
        "__mocks__",
        "__fixtures__",
        "__snapshots__",
        "testdata",
        "test-data",
        "test_data",
        "e2e",
        "cypress",
    )
)
_TEST_FOLDER = re.compile(
    r"(?:.*[._-])?evals?|(?:.*[._-](?:test|tests|e2e)|tests?[_-].*|(?:unit|integration|functional|acceptance|smoke)[_-]?tests?)"
    r"|(?:fake|mock)[_-](?:llm|server|api|openai|models?|agent|oauth).*"
)
_TEST_FILE = re.compile(
    r"test_.*\.py|.*_tests?\.(?:py|go|rb|exs)|tests?\.(?:py|tsx?|jsx?)|conftest\.py|.*[.-](?:test|spec|e2e|cy|stories|vitest|(?:client|server|unit|int|integration|api|live|smoke)[-_]?test)\.(?:[cm]?[jt]sx?|vue)"
    r"|.*_spec\.rb|.*(?:tests?|testcase)\.(?:java|kt|cs|scala|swift|php)|(?:jest|vitest|playwright|cypress|karma)\.(?:config|setup)\..*"
)


def language_of(name: str) -> str:
    """Language by file name, lower case: empty when the name tells nothing (the content must)."""
    stem, dot, ending = name.rpartition(".")
    if name in NAMES:
        return NAMES[name]
    if name.startswith(".env") or stem.endswith(".env") or ".env." in name:
        return "dotenv"
    if name.startswith(("dockerfile.", "makefile.")):
        return name.partition(".")[0]
    return (
        LANGUAGES.get(ending, "" if ending in ("template", "tpl", "tmpl", "j2", "dist", "example", "sample") else "text")
        if dot and stem
        else ""
    )


def language_of_content(data: bytes) -> str:
    """Language of a file whose name tells nothing, from its first line: a script by its `#!`, exported YAML or JSON, else text."""
    first = data[:400].lstrip(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0].strip()
    if first.startswith(b"#!"):
        for word, language in ((b"python", "python"), (b"node", "javascript"), (b"deno", "typescript"), (b"bun", "typescript")):
            if word in first:
                return language
        return "shell"
    if first.startswith(b"{") or first == b"[":
        return "json"
    if first == b"---" or re.fullmatch(rb"[A-Za-z_][\w.-]*:(?: .*)?", first):
        return "yaml"
    return "text"


def is_lock_file(name: str) -> bool:
    """Whether a lower-case file name is that of a lock file."""
    return name in LOCK_FILES


def is_manifest(name: str) -> bool:
    """Whether a lower-case file name is that of a dependency manifest."""
    return name in MANIFESTS or _MANIFEST_PATTERN.fullmatch(name) is not None


def is_test_folder(name: str) -> bool:
    """Whether a folder of this lower-case name holds tests and what they need."""
    return name in _TEST_FOLDERS or _TEST_FOLDER.fullmatch(name) is not None


def is_test_file(name: str, folder: str, language: str) -> bool:
    """Whether a lower-case file name is that of a test; `spec` and `specs` folders count for languages that name tests so.

    In Ruby all that lies below such a folder serves the tests: factories, helpers and the program they are tried on.
    """
    if _TEST_FILE.fullmatch(name) is not None:
        return True
    if language == "ruby":
        return not {"spec", "specs"}.isdisjoint(folder.split("/"))
    return language in SCRIPTS and folder.rpartition("/")[2] in ("spec", "specs")
