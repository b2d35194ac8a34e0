"""What each screen shows, as frozen data without HTML or routes."""
