"""A name that a person gives a run: the one word of theirs that is kept, so it is kept short and harmless."""

from __future__ import annotations

import unicodedata

MOST_CHARACTERS = 40
MARKUP = set("*_~`|<>@#[]()\\:/")


def clean_name(name: str | None) -> str | None:
    """Return ``name`` as plain letters, digits and spaces of at most 40 characters, ``None`` where none is left.

    >>> clean_name("  my `run` @everyone 3 ")
    'my run everyone 3'
    """
    if name is None:
        return None
    kept = (" " if unicodedata.category(c) in {"Zs", "Cc"} else c for c in name[:400])
    plain = "".join(c for c in kept if c not in MARKUP and unicodedata.category(c)[0] in "LNMPZS")
    return " ".join(plain.split())[:MOST_CHARACTERS].strip() or None
