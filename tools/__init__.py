"""Scripts of the project: set up, lock, make fonts, pages of the docs."""
