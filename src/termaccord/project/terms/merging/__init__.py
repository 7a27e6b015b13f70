"""An outside glossary is merged into ours: what is new, what agrees, and what somebody has to decide."""
