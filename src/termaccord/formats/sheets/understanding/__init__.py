"""Understanding a table: where its header is, what its cells are said of, and the concepts that its rows make."""
