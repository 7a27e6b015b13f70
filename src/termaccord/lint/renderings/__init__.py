"""What stands in a target for a term of the source."""
