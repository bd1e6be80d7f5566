"""BasicSR and its forks (Real-ESRGAN, NAFNet, Restormer, HAT ...)."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="BasicSR",
    source="https://github.com/XPixelGroup/BasicSR/blob/master/basicsr/utils/logger.py",
    notes=(
        "`iter` counts over the run, with thousands separators; `time` is that of the last iteration, `eta` goes by the mean "
        "since the start and is the run's. The total is `total_iter`, also printed as `Total epochs: e; iters: N`."
    ),
    needles=(b"[epoch:",),
    records=(
        rb"\[epoch: {0,6}(?P<epoch>\d++), iter: {0,10}(?P<step>[\d,]*\d), lr:\([^)\n]{0,80}\)\] ?(?:\[eta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++), "
        rb"time(?: \(data\))?: (?P<time_s>[\d.]++)(?: \((?P<data_s>[\d.]++)\))?\])?".replace(rb"[\d,]*\d", rb"\d{1,3}+(?:,\d{3})*+|\d++"),
    ),
    settings=(rb"\bTotal epochs: \d++; iters: (?P<total>[\d,]++\d?)\b", rb"\btotal_iter: (?P<total>\d++)", rb"\bniter: (?P<total>\d++)"),
    pauses=((PauseKind.EVALUATION, rb"\bValidation \w{1,40}\b"), (PauseKind.CHECKPOINT, rb"\bSaving models and training states\.")),
    unit=Unit.ITERATION,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "2024-07-01 10:00:00,000 INFO: Training statistics:\n\tTotal epochs: 376; iters: 300000.\n"
            "2024-07-01 10:00:40,000 INFO: [EDSR_..][epoch:  0, iter:     100, lr:(2.000e-04,)] [eta: 1 day, 9:19:00, time (data): 0.400 (0.003)] l_pix: 3.1e-02\n"
            "2024-07-01 10:01:20,000 INFO: [EDSR_..][epoch:  0, iter:   1,100, lr:(2.000e-04,)] [eta: 1 day, 9:18:00, time (data): 0.400 (0.003)] l_pix: 3.0e-02\n",
            {"done": 1100, "total": 300000, "unit": "iteration", "observations": 2, "elapsed": 40.0},
        ),
    ),
)  # fmt: skip
