"""Foreign formats, read back by programs that are not ours."""
