"""Answer -> Reply: what is said, in reading order; the terminal's text and Discord's card render the same."""

from bot.reply.parts import Where, parts
from bot.reply.reply import Reply, Row, TipLine
from bot.reply.text import plain, text, written_out

__all__ = ["Reply", "Row", "TipLine", "Where", "parts", "plain", "text", "written_out"]
