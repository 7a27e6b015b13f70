"""The parts of TBX: dialects, reading, fitting and writing."""
