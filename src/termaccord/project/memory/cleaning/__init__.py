"""What is wrong with the units of a memory, and the memory without it."""
