"""Words in a memory, in whatever form, and what renders them on the other side."""
