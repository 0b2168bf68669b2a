"""What alembic runs to migrate a ledger: on the connection, and in the transaction, handed in."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,  # SQLite can; a ledger is migrated in whole or not at all
)
context.run_migrations()
