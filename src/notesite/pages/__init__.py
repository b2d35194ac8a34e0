"""What is to be rendered and how: pages, their routes, and the theme."""
