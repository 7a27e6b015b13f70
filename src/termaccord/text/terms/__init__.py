"""How the terms of a glossary are prepared, so that a text is searched for all of them in one pass."""
