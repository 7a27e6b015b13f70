"""Going through the proposals one by one."""
