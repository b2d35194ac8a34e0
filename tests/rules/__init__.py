"""What the room notesite.rules promises."""
