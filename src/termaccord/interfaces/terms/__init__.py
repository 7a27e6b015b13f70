"""Concepts and what was done to them, as people and scripts read it."""
