"""TBX: the grammar and the data categories of each dialect, and the judge that holds a file against them."""
