"""The deployment files: by the schemas of their engines, and by what this program needs of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import discord
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from bot.settings import Settings
from tests.deploy.files import DEPLOY, KUBERNETES, ROOT, parsed, read, stage

BIN = Path(sys.executable).parent
HARDENING = (
    "DynamicUser=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes",
    "PrivateTmp=yes", "PrivateDevices=yes", "SystemCallFilter=@system-service", "RestrictNamespaces=yes",
)  # fmt: skip


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def test_the_dockerfile_is_sound() -> None:
    found = run(BIN / "hadolint", DEPLOY / "Dockerfile")
    assert (found.returncode, found.stdout) == (0, "")


def test_the_image_runs_as_nobody_and_tells_its_health() -> None:
    final = dict(stage("run"))
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", final["USER"])
    assert "mata" in final["HEALTHCHECK"]
    assert "healthcheck" in final["HEALTHCHECK"]
    assert final["STOPSIGNAL"] == "SIGTERM"


def test_the_image_holds_what_the_lock_file_says() -> None:
    steps = [rest for instruction, rest in stage("build") if instruction == "RUN" and "sync" in rest]
    assert steps
    assert all("--frozen" in step and "--no-dev" in step for step in steps)
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    files = re.findall(r"\{ url = .*\}", lock)
    assert files
    assert all('hash = "sha256:' in file for file in files)


def test_compose_fits_its_schema() -> None:
    found = run(BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("name", ["bot", "shard-0", "shard-1"])
def test_a_composed_bot_can_change_nothing(name: str) -> None:
    service = parsed("compose.yaml")["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "ports" not in service


def test_the_composed_shards_are_all_of_them_once() -> None:
    services = parsed("compose.yaml")["services"]
    shards = [services[name]["environment"] for name in services if name.startswith("shard-")]
    assert sorted(int(one["MATA_SHARD_IDS"]) for one in shards) == list(range(int(shards[0]["MATA_SHARD_COUNT"])))
    assert all(one["MATA_DATABASE_URL"].startswith("postgresql://") for one in shards)


@pytest.mark.parametrize("path", KUBERNETES, ids=lambda path: path.stem)
def test_kubernetes_takes_it(path: Path) -> None:
    found = run(BIN / "kubernetes-validate", "--strict", path)
    assert found.returncode == 0, found.stdout


def container() -> Any:
    return parsed("kubernetes/statefulset.yaml")["spec"]["template"]["spec"]["containers"][0]


def test_a_pod_can_change_nothing() -> None:
    pod = parsed("kubernetes/statefulset.yaml")["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["automountServiceAccountToken"] is False
    allowed = container()["securityContext"]
    assert (allowed["readOnlyRootFilesystem"], allowed["allowPrivilegeEscalation"]) == (True, False)
    assert allowed["capabilities"] == {"drop": ["ALL"]}


def test_liveness_does_not_ask_for_discord() -> None:
    assert container()["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container()["readinessProbe"]["httpGet"]["path"] == "/readyz"


def test_as_many_pods_as_processes() -> None:
    spec = parsed("kubernetes/statefulset.yaml")["spec"]
    environment = {each["name"]: each for each in container()["env"]}
    assert environment["MATA_PROCESSES"]["value"] == str(spec["replicas"])
    assert environment["MATA_PROCESS"]["valueFrom"]["fieldRef"]["fieldPath"] == "metadata.name"


def test_secrets_come_from_the_secret() -> None:
    secret = set(parsed("kubernetes/secret.example.yaml")["stringData"])
    taken = [
        each["valueFrom"]["secretKeyRef"]["key"]
        for each in container()["env"]
        if "secretKeyRef" in each.get("valueFrom", {})
    ]
    assert set(taken) == secret


def test_every_object_means_the_same_pods() -> None:
    label = {"app.kubernetes.io/name": "mata"}
    assert parsed("kubernetes/service.yaml")["spec"]["selector"] == label
    assert parsed("kubernetes/networkpolicy.yaml")["spec"]["podSelector"]["matchLabels"] == label
    assert parsed("kubernetes/poddisruptionbudget.yaml")["spec"]["selector"]["matchLabels"] == label
    assert parsed("kubernetes/statefulset.yaml")["spec"]["template"]["metadata"]["labels"] == label


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "mata.service"
    unit.write_text(read("systemd/mata.service").replace("/opt/mata/.venv/bin/mata", "/bin/true"), encoding="utf-8")
    found = run("systemd-analyze", "verify", unit)
    complaints = [line for line in found.stderr.splitlines() if unit.name in line or "mata" in line]
    assert complaints == []  # its exit status is 0 even for a key that it does not know


@pytest.mark.parametrize("line", HARDENING)
def test_the_unit_is_hardened(line: str) -> None:
    assert line in read("systemd/mata.service").splitlines()


def test_the_permissions_are_the_ones_that_are_named() -> None:
    named = re.findall(r"^\| ([A-Z][A-Za-z ]+) \| (\d+) \|", read("README.md"), re.MULTILINE)
    total = int(re.search(r"permissions=(\d+)", read("README.md"))[1])  # type: ignore[index]
    assert sum(int(value) for _, value in named) == total
    flags = {name.lower().replace(" ", "_"): True for name, _ in named}
    assert discord.Permissions(**flags).value == total


def test_every_variable_is_a_setting_and_every_setting_is_told() -> None:
    known = {f"MATA_{name.upper()}" for name in Settings.model_fields}
    files = [path for path in DEPLOY.rglob("*") if path.is_file()]
    used = {name for path in files for name in re.findall(r"\bMATA_[A-Z_]+\b", path.read_text(encoding="utf-8"))}
    assert used - known == set()
    told = set(re.findall(r"`(MATA_[A-Z_]+)`", read("README.md")))
    assert known - told == {"MATA_LANGUAGE", "MATA_DISCORD_CDN"}  # the terminal's, and the tests'


def test_every_threat_is_held_by_a_test() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", read("SECURITY.md")))
    assert len(named) >= 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def measured() -> set[str]:
    """The names under which Prometheus finds what a process measures."""
    from bot.app import Mata  # noqa: PLC0415 - only here

    exposed = Mata().metrics.exposed().decode()
    families = {
        f"{family.name}_total" if family.type == "counter" else family.name
        for family in text_string_to_metric_families(exposed)
    }
    return {name for name in families if not name.endswith("_created")}  # when a counter began


async def test_what_is_drawn_and_alerted_is_measured_and_what_is_measured_is_drawn() -> None:
    looked_at = read("monitoring/grafana-dashboard.json") + read("monitoring/mata.rules.yml")
    wanted = {name.removesuffix("_bucket") for name in re.findall(r"\b((?:mata|process)_[a-z_]+)\b", looked_at)}
    names = measured()
    assert wanted - names == set()
    assert {name for name in names if name.startswith("mata_")} - wanted == set()


@pytest.mark.parametrize("path", sorted((DEPLOY / "monitoring").iterdir()), ids=lambda path: path.name)
def test_monitoring_can_be_parsed(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))
