"""An index over the files; delete it and nothing is lost."""
