"""Rules that look at a termbase."""
