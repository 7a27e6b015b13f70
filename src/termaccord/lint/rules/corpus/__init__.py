"""Rules that look across documents: the same thing under several names."""
