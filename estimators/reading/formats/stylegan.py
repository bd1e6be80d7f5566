"""StyleGAN, StyleGAN2(-ada), StyleGAN3, EDM: the line of a tick."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="StyleGAN",
    source="https://github.com/NVlabs/stylegan3/blob/main/training/training_loop.py",
    notes=(
        "The counter is in kimg (thousands of images shown). `time` is the wall time since the start, snapshots and metrics "
        "(`maintenance`) included; `sec/kimg` is without them. The total is `total_kimg` (`Training duration: N kimg`)."
    ),
    needles=(b"sec/kimg",),
    records=(
        rb"\btick \d++ {1,9}kimg (?P<step>[\d.]++) {1,12}[^\n]{0,80}?\btime (?P<elapsed_clock>(?:\d++[dhms] ?)++) {1,12}sec/tick [\d.]++ {1,9}sec/kimg (?P<time_s>[\d.]++)",
    ),
    settings=(rb"\bTraining duration: {1,6}(?P<total>\d++) kimg", rb"\btotal_kimg['\"]?[:=] ?(?P<total>\d++)", rb"--kimg[= ](?P<total>\d++)"),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            "Training duration:   25000 kimg\ntick 0     kimg 0.0      time 40s          sec/tick 10.0    sec/kimg 100.00  maintenance 30.0   cpumem 4.5    gpumem 20.1\n"
            "tick 1     kimg 4.0      time 2m 40s       sec/tick 110.2   sec/kimg 27.54   maintenance 9.8    cpumem 4.5    gpumem 20.1   augment 0.001\n"
            "tick 2     kimg 8.0      time 4m 30s       sec/tick 110.0   sec/kimg 27.50   maintenance 0.1    cpumem 4.5    gpumem 20.1   augment 0.001\n",
            {"done": 8, "total": 25000, "observations": 3, "elapsed": 230.0},
        ),
    ),
)  # fmt: skip
