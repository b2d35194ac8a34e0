"""Arguments in, one call into the shell, words and an exit code out."""
