"""The parts of judging a TMX file: what its document types allow, what its words mean, what tools do with it."""
