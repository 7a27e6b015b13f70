"""The commands about concepts, a module each."""
