"""What a memory is worth for a text: its words by band of match, and its segments filled in."""
