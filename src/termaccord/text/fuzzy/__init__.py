"""How alike two segments are, in what they differ, and how one is made of the other."""
