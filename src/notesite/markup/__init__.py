"""The one Markdown parser, and the one place that marks text as safe."""
