"""What a translator carries over instead of translating it: where it stands, and what takes its place in a target."""
