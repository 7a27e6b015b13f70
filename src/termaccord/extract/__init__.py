"""Beads to candidate concepts: names in one language, their translations and their variants."""
