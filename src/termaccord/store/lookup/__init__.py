"""The ways in which a query leads to a term, a module each, surest first."""
