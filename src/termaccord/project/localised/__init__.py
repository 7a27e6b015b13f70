"""Files of strings on the disk, each beside the one that it translates."""
