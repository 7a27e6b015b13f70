"""Lists of terms that are neither TBX nor tables, and what a list loses against the glossary that it was made of."""
