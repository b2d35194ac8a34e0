"""What a browser makes of the site."""
