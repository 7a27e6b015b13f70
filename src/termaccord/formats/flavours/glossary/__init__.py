"""How a glossary becomes the entries that a tool wants, and what is lost on the way."""
