"""Rules that look at one document as a whole."""
