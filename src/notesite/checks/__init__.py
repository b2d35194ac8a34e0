"""What is wrong in a notebook as a whole: one pure function a file, listed in the registry."""
