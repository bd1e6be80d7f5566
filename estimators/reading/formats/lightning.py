"""PyTorch Lightning: tqdm and rich bars."""

from dataclasses import replace

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.shaping import chained
from estimators.reading.table import Table
from estimators.run import PauseKind

_RATE = rb"(?:(?P<rate>[\d.]++)it/s|(?P<time_s>[\d.]++)s/it|\?it/s)"
_BAR = (
    rb"\bEpoch (?P<epoch>\d++): (?: ? ?\d++%\|| ?\|)[^|\n]{0,200}\| {0,6}(?P<batch>\d++)/(?P<batches>\d++|\?) "
    rb"\[(?P<elapsed_clock>[\d:]++)<(?P<eta_clock>[\d:]++|\?), {0,4}" + _RATE
)
_RICH = (
    rb"\bEpoch (?P<epoch>\d++)(?:/(?P<epochs>-?\d++))? ++(?:\xe2[\x94\x95].| )++(?P<batch>\d++)/(?P<batches>\d++|\?|--) "
    rb"(?P<elapsed_clock>[\d:]++|-:--:--) \xe2\x80\xa2 (?P<eta_clock>[\d:]++|-:--:--) ++(?P<rate>[\d.]++)it/s"
)
_RICH_CHECK = (
    rb"\bValidation(?: DataLoader \d++)? ++(?:\xe2[\x94\x95].| )++(?P<batch>\d++)/(?P<batches>\d++|\?|--) (?P<elapsed_clock>[\d:]++) \xe2\x80\xa2 "
)
_SIGNS = (b"v_num=", b"Sanity Checking", b"Validation DataLoader", b"Trainer.fit", b"GPU available:", b"Validating: ",
          b"pytorch_lightning", b"lightning.pytorch", b"LOCAL_RANK: ", b"| Name ")  # fmt: skip


def _derive(fmt: Format, text: bytes) -> Format:
    """Take a bar called `Epoch k` for Lightning's only where something else in the text is Lightning's."""
    return fmt if any(sign in text for sign in _SIGNS) else replace(fmt, records=(_RICH, _RICH_CHECK))


def _shape(table: Table) -> Table:
    """Chain the bars of the epochs; a rich bar stops with the last batch, so what its validation took is added."""
    is_check = np.isnan(table["epoch"])
    rows, checks = chained(table.rows(~is_check)), table.rows(is_check)
    at = np.searchsorted(rows.offset, checks.offset) - 1
    late = (at >= 0) & (rows["batch"][np.maximum(at, 0)] == rows["batches"][np.maximum(at, 0)]) if len(rows) else at >= 0
    if not late.any():
        return rows
    epoch, took = rows["epoch"][at[late]], checks["elapsed"][late]
    spent = {float(e): float(np.max(np.nan_to_num(took[epoch == e]))) for e in np.unique(epoch)}
    added = sum((rows["epoch"] > e) * seconds for e, seconds in spent.items())
    return rows.with_columns(elapsed=rows["elapsed"] + added)


FORMAT = Format(
    name="PyTorch Lightning",
    source="https://github.com/Lightning-AI/pytorch-lightning/tree/master/src/lightning/pytorch/callbacks/progress",
    notes=(
        "One bar an epoch; epochs count from 0 (rich: `Epoch 0/9` are 10). The bar's clock begins again with every epoch "
        "and holds the validation at the epoch's end; its remaining time is the epoch's. Before 2.0 a bar counts "
        "validation batches too. Validation and sanity bars are not training."
    ),
    needles=(b"Epoch ",),
    records=(_BAR, _RICH, _RICH_CHECK),
    settings=(rb"\bmax_epochs=(?P<epochs>\d++)", rb"\bmax_epochs: (?P<epochs>\d++)", rb"\bmax_steps=(?P<total>\d++)"),
    pauses=((PauseKind.EVALUATION, rb"\bValidation(?: DataLoader \d++)?: 100%\|"),),
    epoch_first=0,
    batch_first=1,
    epochs_is_last=True,
    elapsed_scope="text",
    eta_scope="epoch",
    time_span="epoch",
    certainty=0.91,
    shape=_shape,
    derive=_derive,
    examples=(
        Example(
            "GPU available: True (cuda), used: True\n`Trainer(max_epochs=4)`\n"
            "Sanity Checking DataLoader 0: 100%|##########| 2/2 [00:00<00:00,  9.31it/s]\n"
            "Epoch 0:  50%|#####     | 100/200 [00:20<00:20,  5.00it/s, v_num=3, train_loss=0.52]\n"
            "Epoch 0: 100%|##########| 200/200 [00:40<00:00,  5.00it/s, v_num=3, train_loss=0.42]\n"
            "Validation DataLoader 0: 100%|##########| 50/50 [00:10<00:00,  5.00it/s]\n"
            "Epoch 0: 100%|##########| 200/200 [00:50<00:00,  4.00it/s, v_num=3, train_loss=0.42, val_loss=0.5]\n"
            "Epoch 1:  50%|#####     | 100/200 [00:20<00:20,  5.00it/s, v_num=3, train_loss=0.32]\n",
            {"done": 300, "total": 800, "unit": "step", "epochs": 4, "observations": 3, "elapsed": 50.0},
        ),
        Example(
            "Epoch 2/9  ━━━━━━━━━━━━━━━━━━━━━━━ 45/100 0:00:12 • 0:00:15 3.75it/s v_num: 0.000 train_loss: 0.512\n",
            {"done": 245, "total": 1000, "epochs": 10, "observations": 1, "missing": set()},
        ),
        Example(
            "Epoch 0/4  ━━━━━━━━━━━━━━━━━━ 50/50 0:00:25 • 0:00:00 2.00it/s v_num: 0.000\nValidation ━━━━━━━━━━━━━━━━━━ 9/9 0:00:10 • 0:00:00 1.00it/s\n"
            "Epoch 1/4  ━━━━━━━━━━━━━━━━━━ 25/50 0:00:12 • 0:00:13 2.00it/s v_num: 0.000\n",
            {"done": 75, "total": 250, "epochs": 5, "observations": 2, "elapsed": 22.5},
        ),
    ),
)
