"""What recurs in a bilingual memory and is rendered alike, name or not."""
