"""The database: tables, migrations, and the Records port over them."""
