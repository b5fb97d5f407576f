"""Runs the studio's migrations on the connection that the engine hands over."""

from alembic import context

from secondunit.adapters.db.studio.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
