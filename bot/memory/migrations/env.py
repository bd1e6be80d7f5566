"""Alembic's entry: runs the versions on the connection that :func:`bot.memory.migrations.upgrade` hands over."""

from alembic import context

from bot.memory.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction is the one
)
context.run_migrations()
