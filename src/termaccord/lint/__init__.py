"""Checks: records and rules in, findings out."""
