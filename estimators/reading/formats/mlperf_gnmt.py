"""NVIDIA's GNMT (MLPerf) and other seq2seq trainers in its layout."""

from dataclasses import replace

from estimators.reading.format import Example, Format
from estimators.run import Settings, Unit


def without_epochs(said: Settings) -> Settings:
    """Forget the epochs: the events carry the number of the current one, and a quality target ends the run."""
    return replace(said, epochs=None)


FORMAT = Format(
    name="GNMT (NVIDIA)",
    source="https://github.com/mlcommons/training_results_v0.6/blob/master/NVIDIA/benchmarks/gnmt/implementations/pytorch/seq2seq/train/trainer.py",
    notes=(
        "[epoch][iteration/iterations], both 0-based; `Time current (mean of the epoch)`: the mean counts, lengths vary. "
        "VALIDATION and TEST lines look alike and are left out. MLPerf runs end at a quality target, not at a plan."
    ),
    needles=(b"TRAIN [",),
    records=(
        rb"TRAIN \[(?P<epoch>\d++)\]\[(?P<batch>\d++)/(?P<batches>\d++)\]\s{1,4}Time [\d.]++ \((?P<time_s>[\d.]++)\)"
        rb"(?:\s{1,4}Data [\d.e-]++ \((?P<data_s>[\d.e-]++)\))?",
    ),
    unit=Unit.ITERATION,
    epoch_first=0,
    batch_first=0,
    plan=without_epochs,
    time_span="epoch",
    certainty=0.95,
    examples=(
        Example(
            ':::MLL 1560822378.652 epoch_start: {"value": null, "metadata": {"epoch_num": 1}}\n'
            "0: TRAIN [0][0/1938]\tTime 0.443 (0.443)\tData 3.80e-01 (3.80e-01)\tTok/s 11990 (11990)\tLoss/tok 10.5344 (10.5344)\tLR 2.000e-05\n"
            "0: TRAIN [0][10/1938]\tTime 0.115 (0.186)\tData 1.83e-04 (3.99e-02)\tTok/s 89553 (81553)\tLoss/tok 9.6782 (10.2120)\tLR 2.518e-05\n"
            "0: TRAIN [0][20/1938]\tTime 0.170 (0.170)\tData 1.54e-04 (2.10e-02)\tTok/s 98103 (87010)\tLoss/tok 9.4328 (9.8838)\tLR 3.170e-05\n"
            "0: TEST [0][0/3]\tTime 0.788 (0.788)\tDecoder iters 149.0 (149.0)\tTok/s 20307 (20307)\n",
            {"done": 21, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 3.127},
        ),
        Example(
            "0: TRAIN [2][99/200]\tTime 0.500 (0.400)\tData 1.0e-04 (2.0e-02)\tTok/s 98103 (87010)\tLoss/tok 3.4 (3.8)\tLR 2.000e-03\n",
            {"done": 500, "step_time": 0.4, "observations": 1},
        ),
    ),
)
