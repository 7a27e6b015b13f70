"""Names in languages with cases: agreement and government show where they end."""
