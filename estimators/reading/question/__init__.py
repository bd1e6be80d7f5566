"""Commands and free sentences, English and Arabic -> Question."""

from estimators.reading.question.asking import Question, ask

__all__ = ["Question", "ask"]
