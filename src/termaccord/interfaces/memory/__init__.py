"""What the commands about the memory print, as text and as JSON."""
