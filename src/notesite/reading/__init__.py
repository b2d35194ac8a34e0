"""From a file's bytes to a note, and from notes to a network."""
