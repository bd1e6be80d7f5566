"""Ultralytics' results.csv."""

from dataclasses import replace

from estimators.reading import columns
from estimators.reading.format import Example, Format


def _derive(fmt: Format, text: bytes) -> Format:
    """Fit the rows to the header; the first row tells whether epochs count from 0 (YOLOv5 and the first YOLOv8)."""
    timed = columns.fitted(fmt, text, b",", {b"epoch": "epoch", b"time": "elapsed_s"}, frozenset({"epoch", "elapsed_s"}))
    if timed is fmt:
        timed = columns.fitted(fmt, text, b",", {b"epoch": "epoch", b"train/box_loss": "rate"}, frozenset({"epoch", "rate"}))
        timed = replace(timed, records=tuple(p.replace(b"(?P<rate>", b"(?:") for p in timed.records))
    return replace(timed, epoch_first=0 if columns.first_value(timed, text, "epoch") == 0 else 1)


FORMAT = Format(
    name="Ultralytics results.csv",
    source="https://github.com/ultralytics/ultralytics/blob/main/ultralytics/engine/trainer.py",
    notes=(
        "One row an epoch, counted from 1 (YOLOv5: from 0). From 8.3 on `time` is the seconds since the start; older files "
        "have no time. The number of epochs stands only in args.yaml (`epochs: 100`)."
    ),
    needles=(b"train/", b"metrics/"),
    records=(rb"(?m)^ {0,30}epoch, {0,30}(?:time,(?P<elapsed_s>) {0,30})?train/",),
    certainty=0.95,
    derive=_derive,
    examples=(
        Example(
            "epoch,time,train/box_loss,train/cls_loss,train/dfl_loss,metrics/mAP50(B),val/box_loss,lr/pg0\n"
            "1,100.5,3.67409,5.7997,4.23095,0.0003,3.57714,0.00332613\n2,200.5,2.85012,inf,3.13866,0.00571,2.28931,0.00664848\n"
            "3,300.5,1.98716,3.73223,2.05368,nan,1.94887,0.00995982\n",
            {"done": 3, "missing": {"total"}, "unit": "epoch", "observations": 3, "elapsed": 200.0},
        ),
    ),
)  # fmt: skip
