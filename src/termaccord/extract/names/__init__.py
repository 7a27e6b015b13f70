"""How names show themselves in one language: quotes, capitals, head nouns, titles, brackets, recurrence."""
