"""What a build writes: the files of the memory, by text and outlet, and which of an earlier build they replace."""
