"""fairseq: text of all ages and JSON."""

from dataclasses import replace

from estimators.reading.format import Example, Format
from estimators.run import Settings, Unit


def earlier_end(said: Settings) -> Settings:
    """Take the earlier of the two ends, max_update and max_epoch."""
    if said.total is None or said.epochs is None or said.steps_per_epoch is None:
        return said
    return replace(said, total=min(said.total, said.epochs * said.steps_per_epoch))


FORMAT = Format(
    name="fairseq",
    source="https://github.com/facebookresearch/fairseq/blob/main/fairseq/logging/progress_bar.py",
    notes=(
        "k / N is the position within the epoch, `num_updates` counts the run. `wall` is seconds since the process began, "
        "with validation, and goes on after a resume; `train_wall` is no clock of the run. JSON values are strings."
    ),
    needles=(b"num_updates",),
    records=(
        rb"epoch (?P<epoch>\d++): {1,8}\d++ / \d++ (?!valid)[^\n]{0,500}?\bups=(?P<rate>[\d.]++), [^\n]{0,300}?\bnum_updates=(?P<step>\d++)"
        rb"(?:, [^\n]{0,400}?(?<![_a-z])wall=(?P<elapsed_s>\d++))?",
        rb'"epoch": (?P<epoch>\d++), "update": [\d.]++, [^\n]{0,900}?"ups": "(?P<rate>[\d.]++)", [^\n]{0,300}?"num_updates": "(?P<step>\d++)"'
        rb'(?:, [^\n]{0,500}?"wall": "(?P<elapsed_s>\d++))?',
    ),
    plan=earlier_end,
    settings=(
        rb"max[_-]update[\"']?[:= ] ?(?P<total>[1-9]\d*+)\b",
        rb"max[_-]epoch[\"']?[:= ] ?(?P<epochs>[1-9]\d*+)\b",
        rb"epoch \d++: {1,8}\d++ / (?P<steps_per_epoch>\d++) ",
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "| epoch 001:    100 / 1637 loss=11.210, nll_loss=11.001, ppl=2051.20, wps=310020, ups=2.0, wpb=78218.2, bsz=2400, num_updates=101,"
            " lr=1.2e-05, gnorm=3.1, clip=0.000, oom=0.000, loss_scale=128.000, wall=70, train_wall=52\n"
            "| epoch 001:    200 / 1637 loss=10.310, nll_loss=10.101, ppl=1051.20, wps=321089, ups=2.0, wpb=78218.2, bsz=2400, num_updates=201,"
            " lr=2.4e-05, gnorm=2.1, clip=0.000, oom=0.000, loss_scale=128.000, wall=120, train_wall=102\n",
            {"done": 201, "missing": {"total"}, "unit": "step", "observations": 2, "elapsed": 50.0},
        ),
        Example(
            "2025-10-15 11:33:02 | INFO | fairseq_cli.train | {'optimization': {'max_epoch': 4, 'max_update': 0}}\n"
            "2025-10-15 11:33:32 | INFO | train_inner | epoch 001:    100 / 487 loss=4.655, ppl=25.2, wps=31002, ups=7.8, wpb=3974, bsz=160, num_updates=100, lr=0.0001, gnorm=1.1, train_wall=12, gb_free=20, wall=40\n"
            "2025-10-15 11:33:45 | INFO | train_inner | epoch 001:    200 / 487 loss=4.155, ppl=17.8, wps=31102, ups=7.7, wpb=3974, bsz=160, num_updates=200, lr=0.0002, gnorm=1.0, train_wall=12, gb_free=20, wall=53\n",
            {"done": 200, "total": 1948, "observations": 2, "elapsed": 13.0},
        ),
        Example(
            "[2022-04-08 18:40:00,001][fairseq_cli.train][INFO] - {'optimization': {'max_epoch': 0, 'max_update': 400000}}\n"
            '[2022-04-08 19:02:26,431][train_inner][INFO] - {"epoch": 2, "update": 1.252, "loss": "6.294", "wps": "50149.6", "ups": "0.43", "wpb": "116000", "num_updates": "600", "lr": "3e-05", "train_wall": "402", "wall": "1286"}\n'
            '[2022-04-08 19:10:11,431][train_inner][INFO] - {"epoch": 2, "update": 1.669, "loss": "6.094", "wps": "50149.6", "ups": "0.43", "wpb": "116000", "num_updates": "800", "lr": "4e-05", "train_wall": "402", "wall": "1751"}\n',
            {"done": 800, "total": 400000, "observations": 2, "elapsed": 465.0},
        ),
        Example(
            "2025-10-15 11:33:02 | INFO | fairseq_cli.train | {'optimization': {'max_epoch': 10, 'max_update': 4000}}\n"
            "2025-10-15 11:33:32 | INFO | train_inner | epoch 001:    100 / 487 loss=4.655, ppl=25.2, wps=31002, ups=7.8, wpb=3974, bsz=160, num_updates=100, lr=0.0001, gnorm=1.1, train_wall=12, gb_free=20, wall=40\n",
            {"done": 100, "total": 4000, "unit": "step"},
        ),
    ),
)
