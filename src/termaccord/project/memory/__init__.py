"""The memory of a project: what goes in, what comes out, what is asked of it."""
