"""The commands about the memory, a module each."""
