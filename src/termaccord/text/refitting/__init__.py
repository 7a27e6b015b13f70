"""How a term takes another's place in a text, language by language."""
