"""The parts of TMX: reading, inline code and writing."""
