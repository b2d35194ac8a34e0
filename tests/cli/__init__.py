"""What the room notesite.cli promises."""
