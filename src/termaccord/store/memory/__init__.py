"""The memory: units in SQLite, and a fuzzy index of our own beside them."""
