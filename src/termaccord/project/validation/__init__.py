"""Whether files are what they say they are."""
