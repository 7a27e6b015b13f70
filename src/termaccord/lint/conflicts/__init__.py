"""Which names of one thing compete, why they are one thing, and which of them is preferred."""
