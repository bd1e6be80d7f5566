"""Step lines of TensorFlow 1 tutorials and scripts: stamped, or with seconds per batch."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="TensorFlow steps",
    source="https://github.com/tensorflow/models/blob/master/tutorials/image/cifar10/cifar10_train.py",
    notes=(
        "Printed every so many steps, with the stamp of datetime.now() in front or the seconds of a step behind. "
        "Validation lines of the same step are left out. The total stands in flags only (max_steps)."
    ),
    needles=(
        b"tep [",
        b"sec/",
        b" sec)",
        b"per-step time",
        b" sec/step,",
        b"TimeHistory: ",
        b"'time_taken'",
        b"Train Step: ",
    ),
    records=(
        rb"Step ?\[ ?(?P<step>\d++)(?:/(?P<total>\d++))? ?\],? {1,4}[Tt]rain(?:ing)? [Ll]oss",
        rb"step (?P<step>\d++), loss ?= ?[\d.a-z]++ \([\d.]++ examples/sec; (?P<time_s>[\d.]++) sec/batch\)",
        rb"global[ _]step (?P<step>\d++): loss ?= ?[\d.a-z]++ \((?P<time_s>[\d.]++) sec/step\)",
        rb"Step (?P<step>\d++): loss = [\d.a-z]++ \((?P<time_s>[\d.]++) sec\)",
        rb"Step (?P<step>\d++) per-step time (?P<time_s>[\d.]++)s",
        rb"Step {1,8}(?P<step>\d++) {1,8}\[(?P<time_s>[\d.]++) sec/step, loss=",
        rb"TimeHistory: (?P<interval_s>[\d.]++) seconds, [\d.]++ examples/second between steps \d++ and (?P<step>\d++)",
        rb"'global step': ?(?P<step>\d++), ?'time_taken': ?(?P<interval_s>[\d.]++)",
        rb"Train Step: (?P<step>\d++)/(?P<total>\d++) {1,3}/ {0,2}loss",
    ),
    pauses=((PauseKind.EVALUATION, rb"Step ?\[ ?(?P<step>\d++) ?\],? {1,4}[Vv]al(?:idation)? "),),
    unit=Unit.STEP,
    time_span="step",
    certainty=0.85,
    examples=(
        Example(
            "2019-08-19 14:49:47.783573: Step [0]  train Loss : 2.021224, training accuracy :  0.3125\n"
            "2019-08-19 14:51:54.571753: Step [0]  val Loss : 1.609448, val accuracy :  0.199597\n"
            "2019-08-19 15:01:47.783573: Step [100]  train Loss : 2.378602, training accuracy :  0.25\n"
            "2019-08-19 15:12:17.783573: Step [200]  train Loss : 1.425385, training accuracy :  0.125\n",
            {"done": 200, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 1350.0},
        ),
        Example(
            "INFO:tensorflow:global step 10: loss = 2.3027 (0.250 sec/step)\nINFO:tensorflow:global step 20: loss = 2.1027 (0.250 sec/step)\n",
            {"done": 20, "missing": {"total"}, "observations": 2, "step_time": 0.25},
        ),
        Example(
            "--max_steps=100000\n2017-03-01 10:00:00.500000: step 100, loss = 4.12 (1203.1 examples/sec; 0.106 sec/batch)\n"
            "2017-03-01 10:00:10.500000: step 200, loss = 3.98 (1280.0 examples/sec; 0.100 sec/batch)\n",
            {"done": 200, "total": 100000, "observations": 2, "elapsed": 10.0},
        ),
        Example(
            "I0101 10:00:00.000000 139 keras_utils.py:148] TimeHistory: 50.00 seconds, 245.3 examples/second between steps 100 and 200\n"
            "I0101 10:00:51.000000 139 keras_utils.py:148] TimeHistory: 51.00 seconds, 240.3 examples/second between steps 200 and 300\n",
            {"done": 300, "missing": {"total"}, "observations": 2, "elapsed": 51.0},
        ),
        Example(
            "Step 100     [1.250 sec/step, loss=0.61000, avg_loss=0.70000]\nStep 101     [1.250 sec/step, loss=0.60000, avg_loss=0.69000]\n",
            {"done": 101, "observations": 2, "step_time": 1.25},
        ),
    ),
)
