"""gpus.toml: its schema, plausible numbers, and names that mean one device each."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from importlib.resources import files

import jsonschema
import pytest

from estimators.forecast.gpus import PRECISIONS, accelerators, lookup, mentioned, normalised

NUMBER = {"type": "number", "exclusiveMinimum": 0}
SCHEMA = {
    "type": "object",
    "required": ["accelerators", "sources"],
    "additionalProperties": False,
    "properties": {
        "accelerators": {
            "type": "array",
            "minItems": 60,
            "items": {
                "type": "object",
                "required": ["name", "aliases", "memory", "bandwidth", "source"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    "aliases": {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True},
                    "memory": NUMBER,
                    "bandwidth": NUMBER,
                    "source": {"type": "string"},
                    **dict.fromkeys(PRECISIONS, NUMBER),
                },
            },
        },
        "sources": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "required": ["name", "link"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string", "minLength": 4},
                    "link": {"type": "string", "pattern": "^https://"},
                },
            },
        },
    },
}
DATA = tomllib.loads(files("estimators.forecast").joinpath("gpus.toml").read_text(encoding="utf-8"))


def test_the_file_keeps_its_schema() -> None:
    jsonschema.validate(DATA, SCHEMA)


def test_every_row_has_a_source_and_every_source_a_row() -> None:
    assert {row["source"] for row in DATA["accelerators"]} == set(DATA["sources"])


def test_a_name_means_one_device() -> None:
    owners = defaultdict(set)
    for row in accelerators():
        for name in (row.name, *row.aliases):
            owners[normalised(name)].add(row.name)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("row", accelerators(), ids=lambda row: row.name)
def test_numbers_are_plausible(row) -> None:  # type: ignore[no-untyped-def]
    assert 1e12 <= row.best <= 3e15
    assert 2e9 <= row.memory <= 600e9
    assert 50e9 <= row.bandwidth <= 10e12
    peaks = row.peaks
    assert peaks.get("tf32", peaks.get("fp32", 0)) >= peaks.get("fp32", 0)
    assert peaks.get("fp16", row.best) >= peaks.get("tf32", 0)
    assert peaks.get("fp8", row.best) >= peaks.get("bf16", 0)


@pytest.mark.parametrize(
    ("name", "precision", "tflops"),
    [
        ("A100-SXM4-80GB", "bf16", 312), ("NVIDIA H100 80GB HBM3", "bf16", 989.4), ("H100 PCIe", "bf16", 756),
        ("b200", "bf16", 2250), ("3090", "bf16", 71.2), ("RTX 4090", "bf16", 165.2), ("NVIDIA GeForce RTX 4070", "fp32", 29.1),
        ("Tesla T4", "fp16", 65), ("V100-SXM2-32GB", "fp16", 125), ("l40s", "bf16", 362), ("TPU v4", "bf16", 275),
        ("tpu v5p", "bf16", 459), ("MI300X", "bf16", 1307.4), ("Gaudi 2", "bf16", 432), ("GTX 1080 Ti", "fp16", 11.3),
        ("apple m2 max", "fp32", 13.6), ("RTX A6000", "bf16", 154.8), ("rtx 6000 ada", "bf16", 364.2),
    ],
)  # fmt: skip
def test_dense_peaks_as_the_makers_print_them(name: str, precision: str, tflops: float) -> None:
    row = lookup(name)
    assert row is not None
    assert row.peak(precision) == pytest.approx(tflops * 1e12, rel=0.005)


@pytest.mark.parametrize("name", ["rtx 6000", "geforce", "", "a", "4071", "x" * 500, "nvidia"])
def test_what_names_no_single_device_finds_none(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("how long will 6,000 iterations of a 124M model take on 8 A100?", "A100 80GB", 8),
        ("a 40M model on a 4070", "GeForce RTX 4070", None),
        ("8xH100, 491520 tokens per step", "H100 SXM", 8),
        ("two 4090s in my desktop", "GeForce RTX 4090", 2),
        ("نموذج 40M على 4070", "GeForce RTX 4070", None),
        ("كم يستغرق على 8 من A100", "A100 80GB", 8),
        ("on my M2 Max", "Apple M2 Max", None),
        ("4070 laptop gpu", "GeForce RTX 4070 Laptop", None),
    ],
)
def test_devices_in_sentences(text: str, name: str, count: int | None) -> None:
    found = mentioned(text)
    assert found is not None
    assert (found.name, found.count) == (name, count)


@pytest.mark.parametrize(
    "text", ["stop at 4070", "100/2060 at 3 s/it", "iter 1080 of 4090", "", "step 3090", "t4 and m2"]
)
def test_numbers_that_are_no_devices(text: str) -> None:
    assert mentioned(text) is None


def test_the_header_promises_dense_figures() -> None:
    head = files("estimators.forecast").joinpath("gpus.toml").read_text(encoding="utf-8")[:300]
    assert re.search(r"dense peaks in TFLOP/s", head)


def test_a_precision_that_a_device_lacks_is_computed_in_another() -> None:
    a100, h100, old = lookup("A100 80GB"), lookup("H100"), lookup("GTX 1080 Ti")
    assert a100 is not None
    assert h100 is not None
    assert old is not None
    assert a100.peak("fp8") == a100.peak("bf16") == a100.best == 312e12
    assert h100.peak("fp8") > h100.best == h100.peak("bf16")
    assert old.peak("bf16") == old.peak("fp32")
