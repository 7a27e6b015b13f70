"""Language: pure functions over text; no files, no clock, no network."""
