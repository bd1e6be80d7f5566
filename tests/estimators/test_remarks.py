"""Lines of a log that speak for themselves."""

from __future__ import annotations

import pytest

from estimators import estimate, read
from estimators.forecast.bound import hardware
from estimators.reading.question.hardware import take_hardware
from estimators.reading.remarks import device, remarks

TF32 = (
    b"/site-packages/torch/_inductor/compile_fx.py:150: UserWarning: TensorFloat32 tensor cores for float32 matrix "
    b"multiplication available but not enabled. Consider setting `torch.set_float32_matmul_precision('high')`\n"
)
FEW = (
    b"The 'train_dataloader' does not have many workers which may be a bottleneck. Consider increasing the value of the "
    b"`num_workers` argument` to `num_workers=7` in the `DataLoader` to improve performance.\n"
)
MANY = (
    b"UserWarning: This DataLoader will create 16 worker processes in total. Our suggested max number of worker in "
    b"current system is 2, which is smaller than what this DataLoader is going to create.\n"
)


@pytest.mark.parametrize(
    ("line", "identity", "args"),
    [
        (TF32, "tf32-off", {}),
        (FEW, "dataloader-few-workers", {"workers": 7}),
        (MANY, "dataloader-too-many-workers", {"workers": 16, "suggested": 2}),
        (b"iter: 39  total_loss: 1.2  time: 0.51  data_time: 0.01  lr: 0.001  max_mem: 3021M\n", "memory-peak", {"bytes": 3021 * 2**20}),
        (b"Epoch: [4/100] [120/1562] time: 0.50 data: 0.0001 max mem: 11664\n", "memory-peak", {"bytes": 11664 * 2**20}),
        (b"    forward-compute ................: (1075.77, 1287.71)\n", "rank-times", {"fastest": 1.07577, "slowest": 1.28771}),
    ],
)
def test_warnings(line: bytes, identity: str, args: dict[str, float]) -> None:
    (note,) = remarks(b"some text before\n" + line + b"and after\n")
    assert note.id == identity
    assert note.args == pytest.approx(args)


@pytest.mark.parametrize(
    ("text", "gpu", "gpus", "precision"),
    [
        (b"Using device: NVIDIA GeForce RTX 3090\ndtype = 'bfloat16'", "GeForce RTX 3090", None, "bf16"),
        (b"|   0  NVIDIA H100 80GB HBM3   On |\n|   1  NVIDIA H100 80GB HBM3   On |", "H100 SXM", 2, None),
        (b"GPU available: True (cuda), used: True\nworld_size: 4\nUsing bfloat16 Automatic Mixed Precision (AMP)", None, 4, "bf16"),
        (b"Ultralytics YOLOv8.0.20  CUDA:0 (Tesla T4, 15102MiB)", "Tesla T4", None, None),
        (b"fp16: True, bf16: False", None, None, "fp16"),
        (b"x = torch.zeros(3, dtype=torch.float32)", None, None, None),
        (b"| NVIDIA-SMI 535.104.12  Driver Version: 535.104.12  CUDA Version: 12.2 |", None, None, None),
        (b"a sentence about bf16 and fp32 in general", None, None, None),
    ],
)
def test_device_and_precision(text: bytes, gpu: str | None, gpus: float | None, precision: str | None) -> None:
    found = device(text)
    assert (found.gpu, found.gpus, found.precision) == (gpu, gpus, precision)


def test_a_warning_in_a_log_becomes_a_tip() -> None:
    lines = b"".join(b"iter %d: loss 3.1, time 500.00ms, mfu 9.00%%\n" % step for step in range(60))
    reading = read(TF32 + lines, total="20000")
    assert reading.run is not None
    assert "tf32" in {tip.id for tip in estimate(reading.run).tips}


@pytest.mark.parametrize(
    "text", [b"", b"\xff\xfe" * 500, b"gpu " * 40_000, b"world size " * 20_000, b"forward-compute " + b"." * 90_000]
)
def test_hostile_text_says_nothing(text: bytes) -> None:
    assert remarks(text) == ()
    assert device(text).gpus is None


QUESTIONS = [
    ("/eta iter=100 ms=3995.11 total=6000 gpu=4070 params=40M tokens_per_step=16384", "100", "6000", (1, 40e6, 16_384)),
    ("/eta iter=100 ms=3995.11 total=6000 gpu=a100 gpus=8 params=124M batch=32 context=1024", "100", "6000", (8, 124e6, 32_768)),
    ("100/6000 at 3.99511 s/it, 40M model on a 4070, 16384 tokens per step", "100", "6000", (1, 40e6, 16_384)),
    ("100/6000 at 3.99511 s/it, 40M parameters, batch 16 x 1024, RTX 4090", "100", "6000", (1, 40e6, 16_384)),
    ("how long will 6,000 iterations of a 124M model at 491,520 tokens per step take on 8 A100?", "0", "6000", (8, 124e6, 491_520)),
    ("how long will 6,000 iterations of a 124M model take on 8 A100, batch 480, context 1024?", "0", "6000", (8, 124e6, 491_520)),
    ("كم يستغرق 6000 تكرار لنموذج 124M على 8 من A100 مع 491520 رمزًا في الخطوة؟", "0", "6000", (8, 124e6, 491_520)),
]


@pytest.mark.parametrize(("text", "done", "total", "known"), QUESTIONS)
def test_model_and_device_in_a_question_do_not_disturb_its_numbers(
    text: str, done: str, total: str, known: tuple[float, float, float]
) -> None:
    reading = read(text)
    assert reading.run is not None
    assert not reading.missing
    assert (str(reading.run.done), str(reading.run.total)) == (done, total)
    found = hardware(reading.run)
    assert found is not None
    devices, parameters, tokens = known
    assert (found.count, found.flops) == (devices, 6 * parameters * tokens)
    assert estimate(reading.run).basis == ("floor" if done == "0" else "prior")


@pytest.mark.parametrize("text", ["gpu=" * 1500, "batch 1, 1" * 600, "1," * 3000, "1 m " * 1500, "8 من " * 900, "gpu=a " * 900])
def test_hostile_questions_are_read_in_linear_time(text: str) -> None:
    rest, found = take_hardware(text)
    assert len(rest) <= len(text) + 8
    assert found.parameters is None
