"""Russian: readings and forms, names no dictionary holds, how phrases are built and cited, word lists."""
