"""How two glossaries are held against each other: both as trees of what they say, branch by branch."""
