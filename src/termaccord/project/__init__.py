"""The hall: it knows the files, the order of the work, and one document's way through the house."""
