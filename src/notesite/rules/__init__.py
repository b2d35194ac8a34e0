"""Why somebody is due: one pure function a file, listed in the registry."""
