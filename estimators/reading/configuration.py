"""Totals and schedules that are printed or pasted as settings: dumps, command lines, ``Namespace(...)``, YAML, JSON."""

from __future__ import annotations

import re

from estimators.run import Settings

#: setting of ours -> the names under which tools print it
NAMES: dict[str, tuple[str, ...]] = {
    "total": (
        "max_iters", "max_iter", "max_steps", "max-steps", "num_iterations", "num_iters", "n_iters", "total_iters",
        "train_iters", "train-iters", "total_steps", "num_train_steps", "max_train_steps", "train_steps", "training_steps",
        "num_training_steps", "total_training_steps", "max_update", "total_num_update",
        "Total optimization steps", "total optimization steps", "Num steps", "after-batches", "iterations", "niter_total",
        "total_kimg", "max_batches", "num_boost_round", "n_estimators", "Total training steps", "train_num_steps",
        "max_iterations", "total_iterations",
    ),
    "epochs": (
        "num_train_epochs", "num_epochs", "max_epochs", "max_epoch", "n_epochs", "nb_epochs", "epochs", "num_epoch", "end_epoch",
        "total_epochs", "max_num_epochs", "Num Epochs", "Num epochs", "nepoch", "epoch_num", "train_epochs", "END_EPOCH", "EPOCHS",
        "MAX_EPOCH", "cfg.training.epochs", "after-epochs", "nEpochs",
    ),
    "steps_per_epoch": ("steps_per_epoch", "iters_per_epoch", "batches_per_epoch", "num_batches_per_epoch", "STEPS_PER_EPOCH"),
    "evaluation_interval": (
        "eval_interval", "eval_steps", "val_interval", "val_check_interval", "eval_every", "val_loss_every", "evaluation_interval",
        "eval-interval", "eval_iters_interval", "test_interval", "validation_freq", "valid_every", "valid-freq", "val_freq",
        "cfg.training.validation_freq", "val_per_iters", "validation_interval", "eval_freq", "evaluate_every",
    ),
    "checkpoint_interval": (
        "save_interval", "save_steps", "save_every", "checkpoint_interval", "checkpoint_every", "save-interval", "snapshot",
        "save_freq", "ckpt_interval", "checkpoint_period", "save-freq", "save_ckpt_freq", "save_per_iters",
    ),
    "log_interval": ("log_interval", "logging_steps", "log_every", "print_freq", "disp-freq", "log-interval", "log_every_n_steps"),
    "sampling_interval": ("sample_interval", "sample_every", "sampling_interval"),
    "max_seconds": ("max_wallclock_seconds", "max_duration_seconds"),
    "patience": ("early_stopping_patience", "early-stopping", "early_stopping_rounds"),
    "batch": ("batch_size", "per_device_train_batch_size", "micro_batch_size", "device_batch_size"),
    "context": ("block_size", "seq_length", "seq_len", "max_seq_length", "sequence_length", "max_seq_len"),
    "tokens_per_step": ("tokens per iteration will be", "tokens_per_step", "total_batch_size", "tokens per step"),
    "gradient_accumulation": ("gradient_accumulation_steps", "grad_accum_steps", "gradient_accumulation"),
    "parameters": ("number of parameters", "num_params", "Number of parameters", "n_params"),
}  # fmt: skip

_FIELD = {name.encode(): setting for setting, names in NAMES.items() for name in names}
_SETTING = re.compile(
    rb"(?<![A-Za-z0-9_.-])(?:--)?("
    + b"|".join(re.escape(name) for name in sorted(_FIELD, key=len, reverse=True))
    + rb")[\"']?(?:[ \t]{0,24}[:=|][ \t]{0,8}|[ \t]{1,24}(?:is )?)[\"']?"
    rb"(\d[\d,_]*+(?:\.\d++)?(?:e[+]?\d{1,2})?)([kKMB]?)(?![\w.]*\()"
)
_SCALE = {b"": 1.0, b"k": 1e3, b"K": 1e3, b"M": 1e6, b"B": 1e9}
_COMPILE = re.compile(rb"\bcompile[\"']?\s{0,4}[=:]\s{0,4}(True|False|true|false)\b")

#: Where settings stand: before the records. A pasted line may come after a short log.
HEAD, TAIL = 1 << 18, 1 << 14


def settings(text: bytes) -> Settings:
    """Return what ``text`` (cleaned) says of totals and schedules; the last statement of each kind wins.

    >>> settings(b"max_iters = 6000 # for now").total
    6000.0
    """
    found: dict[str, float] = {}
    for match in _SETTING.finditer(text):
        value = float(match[2].replace(b",", b"").replace(b"_", b"")) * _SCALE[match[3]]
        if 0 < value < 1e15:
            found[_FIELD[match[1]]] = value
    compiled = _COMPILE.search(text)
    return Settings(compile=compiled[1].lower() == b"true" if compiled else None, **found)  # type: ignore[arg-type]
