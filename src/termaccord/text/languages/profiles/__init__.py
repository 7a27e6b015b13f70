"""What tells languages of one script apart: their small words and their letters."""
