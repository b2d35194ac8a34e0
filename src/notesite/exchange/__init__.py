"""Foreign formats, one a file: model values in, bytes out, and back."""
