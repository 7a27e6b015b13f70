"""What an import of a memory is made of: files opened, units screened and counted, and what is remembered of it."""
