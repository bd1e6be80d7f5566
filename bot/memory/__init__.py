"""What is kept: numbers, never text. The public names."""

from bot.memory.errors import CannotKeep, MemoryProblem, Refusal
from bot.memory.naming import clean_name
from bot.memory.numbers import slim
from bot.memory.reminders import new_reminder
from bot.memory.runs import new_run_id
from bot.memory.store import Memory
from bot.memory.values import (
    Apart,
    Coverage,
    Finish,
    GuildSettings,
    KnownReply,
    PersonSettings,
    Place,
    Remembered,
    ReminderKind,
    Reminding,
    Standing,
    Verbosity,
)

__all__ = [
    "Apart",
    "CannotKeep",
    "Coverage",
    "Finish",
    "GuildSettings",
    "KnownReply",
    "Memory",
    "MemoryProblem",
    "PersonSettings",
    "Place",
    "Refusal",
    "Remembered",
    "ReminderKind",
    "Reminding",
    "Standing",
    "Verbosity",
    "clean_name",
    "new_reminder",
    "new_run_id",
    "slim",
]
