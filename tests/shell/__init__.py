"""What the room notesite.shell promises."""
