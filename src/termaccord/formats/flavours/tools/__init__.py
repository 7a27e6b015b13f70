"""The tools, one a file: what each wants of a glossary, and by what rules it reads it."""
