"""What tqdm draws behind a bar's name: ``25%|##5  | 40/160 [16:54<55:23, 27.69s/it``; the graphic may be missing."""

TQDM = (
    rb"\d{1,3}%(?:\|[^|\n]{0,160}\|)? {0,4}(?P<step>\d[\d.]*+[kMG]?)/(?P<total>\d[\d.]*+[kMG]?)"
    rb" \[(?P<elapsed_clock>(?:\d++ days?, )?[\d:]++)<(?:(?P<eta_clock>(?:\d++ days?, )?\d[\d:]*+)|\?)"
    rb"(?:, {1,4}(?:(?P<rate>[\d.]++[kMG]?) ?[A-Za-z]{1,16}/s|(?P<time_s>[\d.]++)s/ ?[A-Za-z]{1,16}|\?))?"
)
