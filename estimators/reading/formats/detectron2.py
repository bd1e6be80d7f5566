"""detectron2, in the file and in the console."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="detectron2",
    source="https://github.com/facebookresearch/detectron2/blob/main/detectron2/utils/events.py",
    notes=(
        "`iter` is 0-based: `iter: 19` are 20 done. `time` is the median of the last iterations, without evaluation and "
        "hooks; `data_time` is part of it. `eta` is median x iterations left, for the whole run. Stamps have no year."
    ),
    needles=(b"iter: ",),
    records=(
        rb"\b(?:eta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++) {1,4})?iter: (?P<step>\d++)(?:/(?P<total>\d++))?+  ?(?=[a-z])"
        rb"(?:[^\n]{0,1500}?\btime: (?P<time_s>[\d.]++))?(?:  last_time: [\d.]++)?(?:  data_time: (?P<data_s>[\d.]++))?",
    ),
    settings=(
        rb"\bMAX_ITER: (?P<total>\d++)",
        rb"\bmax_iter=(?P<total>\d++)",
        rb"'MAX_ITER', '?(?P<total>\d++)",
        rb"SOLVER\.MAX_ITER[= ](?P<total>\d++)",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"\bTotal inference time: (?P<interval_clock>[\d:.]++)"),
        (PauseKind.CHECKPOINT, rb"\bSaving checkpoint to "),
    ),
    unit=Unit.ITERATION,
    step_first=0,
    certainty=0.95,
    examples=(
        Example(
            "[03/04 10:00:00 d2.engine.train_loop]: Starting training from iteration 0\n"
            "[03/04 10:00:10 d2.utils.events]:  eta: 0:08:10  iter: 19  total_loss: 3.500  loss_cls: 1.200  time: 0.5000  data_time: 0.0200  lr: 1.99e-05  max_mem: 2000M\n"
            "[03/04 10:00:20 d2.utils.events]:  eta: 0:08:00  iter: 39  total_loss: 3.100  loss_cls: 1.100  time: 0.5000  data_time: 0.0200  lr: 3.99e-05  max_mem: 2000M\n",
            {"done": 40, "total": 1000, "unit": "iteration", "observations": 2, "elapsed": 10.0},
        ),
        Example(
            "SOLVER:\n  MAX_ITER: 90000\n[11/18 18:09:59] d2.utils.events INFO:  eta: 1 day, 1:00:00  iter: 15999  total_loss: 0.1634  time: 1.2162  last_time: 1.1  data_time: 0.0641  last_data_time: 0.1  lr: 0.02  max_mem: 1000M\n"
            "[11/18 18:10:23] d2.utils.events INFO:  eta: 1 day, 1:00:00  iter: 16019  total_loss: 0.1634  time: 1.2162  last_time: 1.1  data_time: 0.0641  last_data_time: 0.1  lr: 0.02  max_mem: 1000M\n",
            {"done": 16020, "total": 90000, "elapsed": 24.0},
        ),
    ),
)  # fmt: skip
