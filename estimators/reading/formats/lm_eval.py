"""lm-evaluation-harness."""

from estimators.reading.bar import TQDM
from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="lm-evaluation-harness",
    source="https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/models/huggingface.py",
    notes="One bar a request type and model; a bar that comes again is the next task, not the next epoch.",
    needles=(b" requests: ",),
    records=(rb"Running [a-z_]{1,40} requests: {1,4}" + TQDM,),
    unit=Unit.ITERATION,
    certainty=0.7,
    examples=(
        Example(
            "100%|##########| 300/300 [00:01<00:00, 250.10it/s]\n"
            "Running generate_until requests:   0%|          | 0/300 [00:00<?, ?it/s]\n"
            "Running generate_until requests:   1%|          | 3/300 [00:30<49:30, 10.00s/it]\n"
            "Running generate_until requests:   3%|3         | 10/300 [01:35<45:01,  9.32s/it]\n",
            {"done": 10, "total": 300, "elapsed": 95.0, "observations": 3},
        ),
        Example(
            "Running loglikelihood requests: 100%|##########| 80/80 [00:40<00:00,  2.00it/s]\n"
            "Running loglikelihood requests:  25%|##5       | 20/80 [00:10<00:30,  2.00it/s]\n"
            "Running loglikelihood requests:  50%|#####     | 40/80 [00:20<00:20,  2.00it/s]\n",
            {"done": 40, "total": 80, "elapsed": 10.0, "observations": 2},
        ),
    ),
)
