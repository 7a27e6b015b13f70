"""How a memory becomes the units that a tool wants, each source with one rendering, however many units there are."""
