"""The report as one self-contained page: a matrix of names by outlet, and the sentences behind every cell."""
