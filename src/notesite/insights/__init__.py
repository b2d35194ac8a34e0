"""Figures on the practice of networking: one pure function a file."""
