"""PaddleViT."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="PaddleViT",
    source="https://github.com/BR-IDL/PaddleViT/blob/develop/image_classification/ViT/main_single_gpu.py",
    notes="Epoch from 1, step from 0 and per epoch, both padded with zeros. `Validation` rows carry a step of their own.",
    needles=(b"Epoch[",),
    records=(rb"\bEpoch ?\[(?P<epoch>\d++)/(?P<epochs>\d++)\], Step ?\[(?P<batch>\d++)/(?P<batches>\d++)\]",),
    epoch_first=1,
    batch_first=0,
    certainty=0.94,
    examples=(
        Example(
            "2024-05-06 10:57:00,000 Epoch[025/100], Step[0100/0196], Avg Loss: 0.5263, Avg Acc: 0.8809\n"
            "2024-05-06 10:57:50,000 Epoch[025/100], Step[0150/0196], Avg Loss: 0.5263, Avg Acc: 0.8809\n",
            {"done": 4855, "total": 19600, "unit": "step", "epochs": 100, "observations": 2, "elapsed": 50.0},
        ),
    ),
)
