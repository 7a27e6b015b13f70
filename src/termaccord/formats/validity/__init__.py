"""Whether a file is what it says it is: the rules of the standards, natively."""
