"""What the room notesite.model promises."""
