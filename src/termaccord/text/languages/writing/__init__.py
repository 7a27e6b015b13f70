"""How languages are written: scripts, and spellings that tell a variety."""
