"""What the room notesite.reading promises."""
