"""PyTorch says that TF32 is available but not in use."""

from __future__ import annotations

from estimators.diagnosis._rule import Advice, Case, Rule, warned

HALF = frozenset({"bf16", "bfloat16", "fp16", "float16", "fp8", "16-mixed", "bf16-mixed"})
BEST, TYPICAL = 0.50, 0.15  # of the remaining time, where matrix products run in fp32


def _speak(case: Case) -> Advice | None:
    """Twice as fast at best, 15 % typically; nothing to gain where the products already run in 16 bits."""
    if case.warning("tf32-off") is None or case.run.settings.precision in HALF:
        return None
    best, typical = BEST * case.remaining, TYPICAL * case.remaining
    return Advice({"pace": case.pace, "unit": case.unit}, best, typical) if case.worth(typical) else None


tip = Rule(
    id="tf32",
    evidence="the line of the log in which PyTorch says that TensorFloat32 is available but not enabled",
    source="PyTorch, torch.set_float32_matmul_precision: "
    "https://docs.pytorch.org/docs/stable/generated/torch.set_float32_matmul_precision.html",
    speak=_speak,
    examples=(warned("tf32-off"),),
    counter_examples=(warned("dataloader-few-workers", workers=7),),
)
