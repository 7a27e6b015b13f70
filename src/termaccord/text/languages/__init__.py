"""What one language knows: a file or two for each; `text.analyse` is the door to them."""
