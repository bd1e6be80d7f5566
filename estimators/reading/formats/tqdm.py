"""tqdm bars: Hugging Face Trainer, TRL, Accelerate, axolotl, kohya, lm-evaluation-harness and everything else."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from estimators.reading.bar import TQDM
from estimators.reading.fields import PREPARATION
from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Array, Unit

Flags = NDArray[np.bool_]

_BARE = rb"(?m)^ {0,3}" + TQDM
_NAMED = (
    rb"(?m)^(?! {0,3}\d{1,3}%)(?P<label>(?:.{0,60}?\b[Ee]poch[: #]{0,3}\[?(?P<epoch>\d++)(?![\d.]?%)(?: ?/ ?(?P<epochs>\d++))?)?+.{0,200}?)(?<![\d.])"
    + TQDM
)


def main_bar(table: Table) -> Table:
    """Keep the rows of the bar that is the run: not the evaluation in it, not the preparation before it.

    A bar within a bar, and a bar that begins again with every epoch, become epochs and batches with the elapsed
    time of the whole run.
    """
    table = _since_last_load(_named(table))
    key = np.where(table["label"] == 0, np.nan_to_num(table["total"], nan=-1.0), table["label"])
    keys = _candidates(table, key)
    main = table.rows(key == keys[0])
    for other in keys[1:]:
        inner = table.rows(key == other)
        if _is_inside(main, inner):
            return _nested(main, inner)
    if len(np.unique(main["total"])) > 1:
        main = main.rows(main["total"] == main["total"][-1]) if not main.has("epoch") else main
    ended = _begins_again(main)
    if main.has("epoch") or (ended.any() and not _is_restart(main, ended)):
        first = int(np.argmax(key == keys[0]))
        return _per_epoch(main, ended, table.rows(slice(first, None)), key[first:])
    return _without_epochs(main)


def _named(table: Table) -> Table:
    """Give rows of a bar that got its name only later (``set_description``) that name."""
    label, step, total = np.nan_to_num(table["label"]), table["step"], table["total"]
    if not label.any():
        return table.with_columns(label=label)
    for size in np.unique(total[label == 0])[:64]:
        rows = np.flatnonzero(total == size)
        for here, after in zip(rows[-2::-1], rows[:0:-1], strict=True):
            if label[here] == 0 and step[here] < size and step[after] >= step[here]:
                label[here] = label[after]
    return table.with_columns(label=label)


def _since_last_load(table: Table) -> Table:
    """A bar that comes again after another preparation belongs to another run: keep the last."""
    loads = np.flatnonzero(table["label"] % 1 == PREPARATION)
    later = table.rows(slice(loads[-1] + 1, None)) if len(loads) else table
    if later is table or not len(later):
        return table
    earlier = table.rows(slice(0, loads[-1]))
    same = (earlier["label"] == later["label"][0]) & (earlier["total"] == later["total"][0])
    return later if (earlier["step"][same] > later["step"][0]).any() else table


def _candidates(table: Table, key: Array) -> list[float]:
    """Return the keys of bars that may be the run, the outermost first."""
    found, first, back = np.unique(key, return_index=True, return_inverse=True)
    last = np.zeros(len(found), np.intp)
    np.maximum.at(last, back, np.arange(len(key)))
    finished = table["step"][last] >= 0.95 * table["total"][last]  # the last refresh of a fast bar may be missing
    aside = table["label"][first] < 0
    order = np.argsort(first, kind="stable")
    alone = [i for i in order if not aside[i]] or list(order)
    begun = {i: [j for j in alone if first[j] > last[i]] for i in alone}
    alive = [i for i in alone if not (finished[i] and begun[i])] or alone[-1:]
    return [float(found[i]) for i in alive]


def _is_inside(outer: Table, inner: Table) -> bool:
    """Tell whether ``inner`` begins again each time that ``outer`` counts one further."""
    if inner.offset[0] < outer.offset[0] or inner.offset[-1] < outer.offset[-1] or len(inner) < 2:
        return False
    passes = int((np.diff(inner["step"]) < 0).sum())
    return bool(abs(outer["step"][-1] - outer["step"][0] - passes) < 1 and outer["total"][-1] <= 10_000)


def _nested(outer: Table, inner: Table) -> Table:
    at = np.searchsorted(outer.offset, inner.offset) - 1
    epoch = outer["step"][at]
    begun = np.searchsorted(outer["step"], epoch)  # the first print of each outer value: when its epoch began
    passes = np.cumsum(np.diff(inner["step"], prepend=inner["step"][:1]) < 0) + outer["step"][0]
    known = {name: np.maximum(epoch, passes) if name == "epoch" else values for name, values in {
        "epoch": epoch, "batch": inner["step"], "batches": inner["total"],
        "epochs": np.full(len(inner), outer["total"][-1]), "elapsed": outer["elapsed"][begun] + inner["elapsed"],
        "rate": inner["rate"], "time": inner["time"]}.items()}  # fmt: skip
    return Table(inner.offset, inner.kind, {**known, "epoch": known["epoch"] + 1})


def _begins_again(main: Table) -> Flags:
    """Mark rows at which a new bar of the same name begins after a finished one."""
    step, elapsed, epoch = main["step"], main["elapsed"], main["epoch"]
    fell = np.diff(step, prepend=step[:1]) < 0
    same = np.diff(step, prepend=step[:1]) == 0
    other = same & (step >= main["total"]) & (np.abs(np.diff(elapsed, prepend=elapsed[:1])) >= 1)
    renamed = np.nan_to_num(np.diff(epoch, prepend=epoch[:1])) != 0
    marks: Flags = fell | renamed | (other & np.isnan(epoch))
    return marks


def _is_restart(main: Table, begins: Flags) -> bool:
    """Tell whether the bars were broken off (a restart of the run) and not finished (an epoch)."""
    before = np.flatnonzero(begins) - 1
    return bool(np.median(main["step"][before] / main["total"][before]) < 0.9)


def _per_epoch(main: Table, begins: Flags, every: Table, key: Array) -> Table:
    """Number the epochs and add up the bars before each, those of the evaluation included."""
    passes = np.cumsum(begins).astype(float)
    epoch = _known(main["epoch"]) if main.has("epoch") else passes + 1
    epoch = epoch + (1 if epoch.min() == 0 else 0)
    elapsed = every["elapsed"]
    new_bar = (np.diff(key, prepend=key[:1]) != 0) | (np.diff(elapsed, prepend=elapsed[:1]) < 0)
    new_bar |= (np.nan_to_num(np.diff(every["epoch"], prepend=every["epoch"][:1])) != 0)
    spent = elapsed + np.cumsum(np.where(new_bar, np.roll(elapsed, 1), 0.0))
    mine = np.searchsorted(every.offset, main.offset)
    return _without_step(main).with_columns(
        epoch=epoch, batch=main["step"], batches=main["total"], elapsed=np.maximum.accumulate(spent[mine])
    )


def _known(epoch: Array) -> Array:
    """Let rows without an epoch have that of the next row that has one (a bar gets its words after its first state)."""
    rows = np.where(np.isfinite(epoch), np.arange(len(epoch)), len(epoch))
    at = np.minimum.accumulate(rows[::-1])[::-1]
    last = epoch[np.isfinite(epoch)][-1]
    return np.where(at < len(epoch), epoch[np.minimum(at, len(epoch) - 1)], last)


def _without_step(table: Table) -> Table:
    left_out = ("step", "total", "label", "eta")
    return Table(table.offset, table.kind, {k: v for k, v in table.columns.items() if k not in left_out})


def _without_epochs(table: Table) -> Table:
    left_out = ("epoch", "epochs", "label")
    return Table(table.offset, table.kind, {k: v for k, v in table.columns.items() if k not in left_out})


FORMAT = Format(
    name="tqdm",
    source="https://github.com/tqdm/tqdm/blob/master/tqdm/std.py",
    notes=(
        "done/total [elapsed<remaining, rate]: elapsed is whole seconds and holds evaluation and saving; the rate is "
        "smoothed over a few refreshes. Bars of evaluation and of preparation are set aside; a bar that begins again "
        "each epoch counts batches."
    ),
    needles=(b"it/s", b"s/it", b"/s", b"s/", b"<?"),
    records=(_BARE, _NAMED),
    headers=(rb"poch[: #]{0,3}\[?(?P<epoch>\d++) ?(?:/|of) ?(?P<epochs>[1-9]\d*+)\b",),
    unit=Unit.STEP,
    time_span="interval",
    certainty=0.6,
    shape=main_bar,
    examples=(
        Example(
            " 25%|██▌       | 40/160 [16:54<50:42, 25.36s/it]\n",
            {"done": 40, "total": 160, "step_time": 25.35, "observations": 1},
        ),
        Example(
            "Map:  50%|#####     | 4000/8000 [00:01<00:01, 3100.00 examples/s]\n"
            "  0%|          | 0/300 [00:00<?, ?it/s]\n  3%|3         | 10/300 [00:20<09:40,  2.00s/it]\n"
            "{'loss': 1.23, 'grad_norm': 0.5, 'learning_rate': 1e-05, 'epoch': 0.1}\n"
            "  0%|          | 0/50 [00:00<?, ?it/s]\x1b[A\n100%|##########| 50/50 [00:05<00:00,  9.90it/s]\x1b[A\n"
            "  7%|6         | 20/300 [00:46<09:20,  2.10s/it]\n",
            {"done": 20, "total": 300, "elapsed": 46.0, "observations": 3},
        ),
        Example(
            "Epoch:   0%|          | 0/3 [00:00<?, ?it/s]\nIteration:  50%|#####     | 50/100 [00:50<00:50,  1.00s/it]\n"
            "Iteration: 100%|##########| 100/100 [01:40<00:00,  1.00s/it]\n"
            "Epoch:  33%|###3      | 1/3 [01:50<03:40, 110.00s/it]\nIteration:  20%|##        | 20/100 [00:20<01:20,  1.00s/it]\n",
            {"done": 120, "total": 300, "elapsed": 80.0, "observations": 3},
        ),
        Example(
            "Epoch 1/4: 100%|##########| 30/30 [00:30<00:00,  1.00it/s]\nval: 100%|#####| 10/10 [00:05<00:00,  2.00it/s]\n"
            "Epoch 2/4:  50%|#####     | 15/30 [00:15<00:15,  1.00it/s]\n",
            {"done": 45, "total": 120, "elapsed": 20.0, "observations": 2},
        ),
        Example(
            "  0%|          | 0/3200 [00:00<?, ?it/s]\n 50%|#####     | 1600/3200 [00:05<00:05, 305.36it/s]\n"
            " 50%|#####     | 1610/3200 [00:45<04:06,  6.46it/s]\n 51%|#####     | 1620/3200 [01:25<11:41,  2.25it/s]\n",
            {"done": 1620, "total": 3200, "elapsed": 80.0, "observations": 3},
        ),
        Example(
            "  0%|          | 0/300 [00:00<?, ?it/s]\nTraining:   1%|1         | 3/300 [00:06<09:54,  2.00s/it]\n"
            "Training:   2%|2         | 6/300 [00:12<09:48,  2.00s/it]\n",
            {"done": 6, "total": 300, "elapsed": 12.0, "observations": 3},
        ),
        Example(
            "Training: 100%|##########| 50/50 [00:50<00:00,  1.00it/s]\nTraining:  10%|#         | 20/200 [00:20<03:00,  1.00it/s]\n"
            "Training:  15%|#5        | 30/200 [00:30<02:50,  1.00it/s]\n",
            {"done": 30, "total": 200, "elapsed": 10.0, "observations": 2},
        ),
        Example(
            " 50%|#####     | 15/30 [00:15<00:15,  1.00it/s]\n 60%|######    | 18/30 [00:18<00:12,  1.00it/s]\n"
            " 10%|#         | 3/30 [00:06<00:54,  2.00s/it]\n 20%|##        | 6/30 [00:12<00:48,  2.00s/it]\n",
            {"done": 6, "total": 30, "elapsed": 6.0, "observations": 2},
        ),
    ),
)
