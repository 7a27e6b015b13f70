"""Two languages at once: which words, spans and names render which."""
