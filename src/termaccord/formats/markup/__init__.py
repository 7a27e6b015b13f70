"""XML in and out: what TBX and TMX share."""
