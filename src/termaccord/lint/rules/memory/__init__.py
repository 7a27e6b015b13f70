"""Rules that look at a whole translation memory."""
