"""Which words of a text render which words of another one, learnt from pairs of texts alone."""
