"""Faces: the command line, the editor and the web page say to people what the house has found."""
