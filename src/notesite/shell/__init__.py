"""The only room with disk and network: notes come in here, and pages go out."""
