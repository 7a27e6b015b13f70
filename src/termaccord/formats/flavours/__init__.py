"""The files that each CAT tool needs of a glossary or a memory, and what the tool will see of them."""
