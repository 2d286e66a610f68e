import pytest

from lockin_audit.scan.languages.globs import matches


@pytest.mark.parametrize(
    ("path", "glob", "fits"),
    [
        ("a.tf", "**/*.tf", True),
        ("x/y/a.tf", "**/*.tf", True),
        ("x/y/a.tf", "*.tf", True),
        ("x/y/a.tf", "x/*.tf", False),
        ("x/y/a.tf", "x/**/*.tf", True),
        ("x/a.tf", "x/**/*.tf", True),
        ("x/a.tf", "x/**", True),
        ("a.tfx", "**/*.tf", False),
        ("docs/a.md", "docs/*.{md,rst}", True),
        ("docs/a.rst", "**/*.{md,rst}", True),
        (".github/workflows/ci.yml", ".github/**/*.yml", True),
        ("a\nb.tf", "**/*.tf", True),
        ("ab.tf", "a?.tf", True),
        ("a+b.tf", "a+b.tf", True),
    ],
)
def test_globs(path: str, glob: str, fits: bool) -> None:
    assert matches(path, (glob,)) is fits


def test_a_glob_with_a_mark_of_exclamation_excludes() -> None:
    assert matches("src/.env", ["!**/*.example"])
    assert not matches("src/.env.example", ["!**/*.example"])
    assert not matches(".github/workflows/test.yml", ["**/*.yml", "!**/.github/**"])
    assert matches("deploy/test.yml", ["**/*.yml", "!**/.github/**"])
