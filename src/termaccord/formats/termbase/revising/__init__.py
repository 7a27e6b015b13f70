"""A termbase file changed in as few characters as the change needs."""
