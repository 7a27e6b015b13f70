"""Rules that look at one segment, with its counterpart where there is one."""
