"""gensim before 3.0: one percentage over all passes."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="gensim (before 3.0)",
    source="https://github.com/piskvorky/gensim/blob/2.3.0/gensim/models/word2vec.py",
    notes="Per cent of the whole training, stamped. The vocabulary scan (`PROGRESS: at sentence #...`) is something else.",
    needles=(b"PROGRESS: at ",),
    records=(rb"PROGRESS: at (?<!- PROGRESS: at )(?P<percent>[\d.]++)% (?:examples|words), ",),
    unit=Unit.PERCENT,
    examples=(
        Example(
            "2016-05-04 10:00:00,000 : INFO : PROGRESS: at sentence #10000, processed 210000 words, keeping 12012 word types\n"
            "2016-05-04 10:01:00,000 : INFO : PROGRESS: at 1.00% examples, 475142 words/s, in_qsize 5, out_qsize 0\n"
            "2016-05-04 10:01:20,000 : INFO : PROGRESS: at 2.00% examples, 475142 words/s, in_qsize 5, out_qsize 0\n",
            {"done": 2, "total": 100, "unit": "percent", "observations": 2, "elapsed": 20.0},
        ),
    ),
)
