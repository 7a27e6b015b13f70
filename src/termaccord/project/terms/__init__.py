"""The concepts of a project: accepted, changed and gone through by people."""
