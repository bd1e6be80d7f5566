"""ezpz examples."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="ezpz",
    source="https://github.com/saforem2/ezpz/blob/main/src/ezpz/history.py",
    notes="0-based step, stamped to the microsecond; `dt` is the step's seconds, `dtd`, `dtf`, `dtb` its parts.",
    needles=(b" dtf=", b" dtd="),
    records=(
        rb"(?:step|iter)=(?<![\w/]step=)(?<![\w/]iter=)(?P<step>\d++) [^\n]{0,160}?(?<![\w/])dt=(?P<time_s>[\d.e-]++) (?:dtd=(?P<data_s>[\d.e-]++) )?dtf=",
    ),
    unit=Unit.STEP,
    step_first=0,
    time_span="step",
    examples=(
        Example(
            "[2025-12-31 12:11:14,278484][I][examples/diffusion:425:train] step=0 loss=1.335163 dt=5.796297 dtd=0.000457 dtf=0.471153 dtb=5.324688 loss/mean=1.33 dt/max=5.797027\n"
            "[2025-12-31 12:11:14,378484][I][examples/diffusion:425:train] step=1 loss=1.135163 dt=0.100000 dtd=0.000457 dtf=0.041153 dtb=0.058390 loss/mean=1.13 dt/max=0.100027\n"
            "[2025-12-31 12:11:14,478484][I][examples/diffusion:425:train] step=2 loss=1.035163 dt=0.100000 dtd=0.000457 dtf=0.041153 dtb=0.058390 loss/mean=1.03 dt/max=0.100027\n",
            {"done": 3, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 0.2},
        ),
        Example(
            "train_iters=400\nstep=99 loss=0.4 dt=0.250000 dtd=0.0004 dtf=0.1 dtb=0.15\n",
            {"done": 100, "step_time": 0.25, "observations": 1},
        ),
    ),
)
