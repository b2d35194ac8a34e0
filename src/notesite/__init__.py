"""A folder of Markdown notes becomes the website of a professional network."""

__version__ = "0.1.0"
