"""Build files of .NET, Java, Kotlin, Go, Ruby and PHP name packages; nothing of them is run, no entity expanded."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.engine import scan
from lockin_audit.scan.file_types import is_lock_file, is_manifest
from lockin_audit.scan.manifests import locked, packages
from lockin_audit.scan.runtimes import load_runtimes

PROJECT = """\ufeff<Project Sdk="Microsoft.NET.Sdk.Web">
  <!-- <PackageReference Include="Commented.Out" /> -->
  <ItemGroup>
    <PackageReference Include="Microsoft.Agents.AI.AzureAI" Version="1.0.0" />
    <PackageReference Include="Polly"><Version>8.0</Version></PackageReference>
    <ProjectReference Include="../Other/Other.csproj" />
  </ItemGroup>
</Project>
"""
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><dependencies>
<dependency><groupId> io.temporal </groupId><artifactId>temporal-sdk</artifactId>
<exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions></dependency></dependencies></project>"""
GRADLE = """
// implementation "com.commented:out:1"
implementation("io.temporal:temporal-sdk:1.2.3") // and 'https://files.test/a:b'
/* api 'com.commented:out:1' */
testImplementation group: 'com.google.adk', name: 'google-adk', version: '1'
"""
CATALOGUE = """
[versions]
adk = "1"
[libraries]
adk = { module = "com.google.adk:google-adk", version.ref = "adk" }
temporal = { group = "io.temporal", name = "temporal-sdk", version = "1" }
short = "a.b:c:1"
"""
GO = """module example.com/mine
require example.com/alone v1.0.0
require (
\tgo.temporal.io/sdk v1.30.0
\tgoogle.golang.org/adk/v2 v2.0.1 // direct
\texample.com/far v1.0.0 // indirect
)
replace (
\texample.com/instead v1.0.0 => ../x
)
"""
GEMS = "source 'x'\ngem 'temporalio', '~> 0.3'\n  gem(\"anthropic\")\n# gem 'commented'\n"
GEMSPEC = 'Gem::Specification.new do |spec|\n  spec.add_dependency "temporalio"\n  s.add_development_dependency(%q<rake>)\nend\n'
COMPOSER = '{"name": "temporal/mine", "require": {"php": ">=8", "Temporal/SDK": "^2"}, "require-dev": {"pestphp/pest": "3"}}'


@pytest.mark.parametrize(
    ("name", "text", "ecosystem", "expected"),
    [
        ("web.csproj", PROJECT, "nuget", {"microsoft.agents.ai.azureai", "polly"}),
        (
            "directory.packages.props",
            '<P><ItemGroup><PackageVersion Include="Temporalio" Version="1"/></ItemGroup></P>',
            "nuget",
            {"temporalio"},
        ),
        ("packages.config", '<packages><package id="Temporalio" version="1" /></packages>', "nuget", {"temporalio"}),
        ("web.csproj", '<P><PackageReference Include="Kept" /><Broken', "nuget", {"kept"}),
        ("pom.xml", POM, "maven", {"io.temporal:temporal-sdk"}),
        ("build.gradle", GRADLE, "maven", {"io.temporal:temporal-sdk", "com.google.adk:google-adk"}),
        ("libs.versions.toml", CATALOGUE, "maven", {"com.google.adk:google-adk", "io.temporal:temporal-sdk", "a.b:c"}),
        ("go.mod", GO, "go", {"example.com/alone", "go.temporal.io/sdk", "google.golang.org/adk"}),
        ("gemfile", GEMS, "gem", {"temporalio", "anthropic"}),
        ("x.gemspec", GEMSPEC, "gem", {"temporalio", "rake"}),
        ("composer.json", COMPOSER, "composer", {"php", "temporal/sdk", "pestphp/pest"}),
    ],
)
def test_packages_are_named(name: str, text: str, ecosystem: str, expected: set[str]) -> None:
    assert is_manifest(name)
    assert packages(name, text) == {(ecosystem, package) for package in expected}


@pytest.mark.parametrize("name", ["web.csproj", "pom.xml"])
def test_a_document_with_types_of_its_own_is_refused(name: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = '<P><PackageReference Include="&b;"/><dependency><artifactId>&f;</artifactId></dependency></P>'
    assert packages(name, bomb + body) == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("web.csproj", "<a>" * 100_000),
        ("pom.xml", "<dependency>" * 90_000),
        ("web.csproj", '<P><PackageReference Include="' + "x" * 1_000_000 + '"/></P>'),
        ("build.gradle", "/*" * 500_000),
        ("build.gradle", "'" + "a:" * 500_000),
        ("build.gradle", "group: " * 100_000),
        ("libs.versions.toml", "[libraries]\na = " + "[" * 50_000),
        ("go.mod", "require " + "a/" * 500_000),
        ("go.mod", "require (\n" * 50_000),
        ("gemfile", "gem " * 250_000),
        ("gemfile", "\n" * 1_000_000),
        ("composer.json", '{"require":' * 50_000),
    ],
)
def test_hostile_shapes_end_soon(name: str, text: str) -> None:
    started = time.perf_counter()
    packages(name, text)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("name", ["a.csproj", "pom.xml", "build.gradle", "libs.versions.toml", "go.mod", "gemfile", "composer.json"])
def test_a_broken_build_file_raises_nothing(name: str) -> None:
    @given(
        st.one_of(
            st.text(),
            st.sampled_from(['{"require": 3}', "[libraries]\na = 3", "[libraries]\na = {}", "<?xml version='9'?><a/>", "\x00<a/>"]),
        )
    )
    def check(text: str) -> None:
        packages(name, text)

    check()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("packages.lock.json", '{"dependencies": {"net9.0": {"Temporalio": {"type": "Transitive"}}}}', ("nuget", "temporalio")),
        ("gradle.lockfile", "io.temporal:temporal-sdk:1.2.3=compileClasspath\n", ("maven", "io.temporal:temporal-sdk")),
        ("go.sum", "google.golang.org/adk/v2 v2.0.1 h1:x=\n", ("go", "google.golang.org/adk")),
        ("gemfile.lock", "GEM\n  specs:\n    temporalio (0.3.0)\n", ("gem", "temporalio")),
        ("composer.lock", '{"packages": [{"name": "temporal/sdk"}]}', ("composer", "temporal/sdk")),
    ],
)
def test_lock_files_name_packages_of_their_own_kind(name: str, text: str, found: tuple[str, str]) -> None:
    wanted = [found, ("pypi", "temporalio"), ("nuget", "temporalio.extensions.hosting"), ("gem", "temporal"), ("go", "adk")]
    assert is_lock_file(name)
    assert locked(name, text, wanted) == {found}


@pytest.mark.parametrize(
    ("name", "text"),
    [("Web.csproj", PROJECT.replace("Microsoft.Agents.AI.AzureAI", "temporalio")), ("pom.xml", POM), ("go.mod", GO), ("Gemfile", GEMS)],
)
def test_a_build_file_shows_a_runtime(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = scan(tmp_path, [runtime for runtime in load_runtimes() if runtime.id == "temporal.temporal"], jobs=1)
    assert found.runtimes == ("temporal.temporal",)
    assert found.dependencies == {"temporal.temporal": (name,)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gemfile", "gem" + " " * 500_000 + "x"),
        ("gemfile", " " * 500_000 + "gem"),
        ("go.mod", ("require" + " " * 980 + "\n") * 500),
        ("go.mod", ("require a" + "." * 300 + " " * 600 + "v" + "1" * 60 + "\n") * 500),
        ("pyproject.toml", "_" * 500_000 + ".a" * 199 + " = 1\n"),
        ("pyproject.toml", ("a" + ".a" * 198 + "=") * 1_000),
    ],
)
def test_no_pattern_takes_the_square_of_a_line(name: str, text: str) -> None:
    started = time.process_time()
    packages(name, text)
    assert time.process_time() - started < 2
