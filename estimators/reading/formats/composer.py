"""MosaicML Composer and llm-foundry: the console logger's blocks."""

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import PauseKind, Unit

_RUN = rb"\[batch=(?<!\]\[batch=)(?P<step>\d++)/(?P<total>\d++)\]"
_EPOCH = rb"\[epoch=(?P<epoch>\d++)\]\[batch=(?P<batch>\d++)(?:/(?P<batches>\d++))?\]"
_TOKENS = rb"\[token=(?<!\]\[token=)(?P<tokens>\d++)/(?P<tokens_total>\d++)\]"
_SAMPLES = rb"\[sample=(?<!\]\[sample=)(?P<samples>\d++)/(?P<samples_total>\d++)\]"
_TOTAL_TIME = 4  # the pattern of the line that holds the clock


def timed_blocks(table: Table) -> Table:
    """Keep the lines with the clock where the blocks have one, else the lines that open the blocks."""
    timed = table.kind == _TOTAL_TIME
    return table.rows(timed if timed.any() else ~timed)


FORMAT = Format(
    name="MosaicML Composer",
    source="https://github.com/mosaicml/composer/blob/main/composer/loggers/console_logger.py",
    notes=(
        "A block of metrics after each [batch=k/N] or [epoch=e][batch=k/N]. `time/total` is the speed monitor's clock in "
        "hours, evaluation included; `throughput/batches_per_sec` the mean of its window. [Eval batch=..] is evaluation."
    ),
    needles=(b"[batch=", b"[token=", b"[sample="),
    headers=(_RUN, _EPOCH, _TOKENS, _SAMPLES, rb"Train throughput/batches_per_sec: (?P<rate>[\d.]++)"),
    records=(_RUN, _EPOCH, _TOKENS, _SAMPLES, rb"Train time/total: (?P<elapsed_h>[\d.]++)"),
    settings=(rb"\bmax_duration: [\"']?(?P<epochs>\d++)ep\b",),
    pauses=((PauseKind.EVALUATION, rb"\[Eval batch=1/"),),
    shape=timed_blocks,
    unit=Unit.STEP,
    examples=(
        Example(
            "[batch=1/100]:\n\t Train time/batch: 0\n\t Train loss/train/total: 10.9736\n\t Train time/train: 0.0050\n\t Train time/val: 0.0000\n"
            "\t Train time/total: 0.0050\n[batch=2/100]:\n\t Train time/batch: 1\n\t Train loss/train/total: 10.9724\n"
            "\t Train throughput/batches_per_sec: 0.5000\n\t Train time/train: 0.0060\n\t Train time/total: 0.0060\n"
            "[Eval batch=1/10] Eval on eval data\n[batch=3/100]:\n\t Train time/batch: 2\n\t Train loss/train/total: 10.9704\n"
            "\t Train throughput/batches_per_sec: 0.5000\n\t Train time/train: 0.0070\n\t Train time/total: 0.0070\n",
            {"done": 3, "total": 100, "unit": "step", "observations": 3, "elapsed": 7.2},
        ),
        Example(
            "max_duration: 4ep\n[epoch=1][batch=5/50]:\n\t Train time/batch: 4\n\t Train time/total: 0.0100\n"
            "[epoch=1][batch=10/50]:\n\t Train time/batch: 9\n\t Train time/total: 0.0200\n",
            {"done": 10, "total": 200, "observations": 2, "elapsed": 36.0},
        ),
        Example(
            "[batch=1/40]:   Train loss/train/total: 2.0366\n[batch=2/40]:  Train loss/train/total: 0.6773\n",
            {"done": 2, "total": 40, "missing": {"pace"}},
        ),
    ),
)
