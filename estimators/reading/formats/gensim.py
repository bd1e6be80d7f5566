"""gensim: Word2Vec, FastText and Doc2Vec."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_EPOCH_ENDS = 1  # the pattern of the line that closes an epoch


def with_ends(table: Table) -> Table:
    """Give the line that closes an epoch its 100 per cent."""
    return table.with_columns(percent=np.where(table.kind == _EPOCH_ENDS, 100.0, table["percent"]))


FORMAT = Format(
    name="gensim",
    source="https://github.com/piskvorky/gensim/blob/develop/gensim/models/word2vec.py",
    notes="Per cent of the epoch, stamped; epochs from 1 (gensim 3) or 0 (gensim 4), their number is not printed.",
    needles=(b"EPOCH ",),
    records=(
        rb"EPOCH (?P<epoch>\d++) - PROGRESS: at (?P<percent>[\d.]++)% (?:examples|words|words pairs), ",
        rb"EPOCH (?:- )?(?P<epoch>\d++) ?: training on \d++ ",
    ),
    shape=with_ends,
    unit=Unit.EPOCH,
    epoch_first=None,
    percent_scope="epoch",
    certainty=0.95,
    examples=(
        Example(
            "2021-09-28 16:13:00,000 : INFO : EPOCH 1 - PROGRESS: at 50.00% examples, 475142 words/s, in_qsize 5, out_qsize 0\n"
            "2021-09-28 16:13:10,000 : INFO : EPOCH 1 - PROGRESS: at 100.00% examples, 475142 words/s, in_qsize 0, out_qsize 0\n"
            "2021-09-28 16:13:10,010 : INFO : EPOCH - 1 : training on 9500000 raw words (7100000 effective words) took 20.0s, 475142 effective words/s\n"
            "2021-09-28 16:13:20,000 : INFO : EPOCH 2 - PROGRESS: at 50.00% examples, 475142 words/s, in_qsize 5, out_qsize 0\n",
            {"done": 1.5, "missing": {"total"}, "unit": "epoch", "observations": 3, "elapsed": 20.0},
        ),
        Example(
            "model = Word2Vec(sentences, vector_size=300, epochs=20)\n"
            "2023-01-10 10:00:00,000 : INFO : EPOCH 0 - PROGRESS: at 25.00% examples, 1200142 words/s, in_qsize 5, out_qsize 0\n"
            "2023-01-10 10:00:10,000 : INFO : EPOCH 0 - PROGRESS: at 75.00% examples, 1200142 words/s, in_qsize 5, out_qsize 0\n",
            {"done": 0.75, "total": 20, "observations": 2, "elapsed": 10.0},
        ),
    ),
)
