"""Rules that look at what a text says about its own checking."""
