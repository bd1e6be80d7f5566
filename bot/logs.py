"""How the log is written: text or one JSON object a line; an error by its type and place, never by its message."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from typing import Any, Literal

PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Careful(logging.Formatter):
    """Leaves out what an exception says: it may hold what somebody wrote, or a password."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return the type of the error and where it happened."""
        kind, _, trace = ei
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([getattr(kind, "__qualname__", "error"), *places])


class Json(Careful):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON."""
        told = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0] is not None:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def set_up(level: str, form: Literal["text", "json"]) -> None:
    """Write the log to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json() if form == "json" else Careful(PLAIN))
    logging.basicConfig(level=level, handlers=[handler])
