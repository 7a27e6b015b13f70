"""Files of strings in one language, each under a key, with the place of every character: what programs are translated by."""
