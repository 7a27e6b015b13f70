"""What a reader sees of a file: one module for each kind of file, and what all of them share."""
