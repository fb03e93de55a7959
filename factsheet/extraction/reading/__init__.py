"""Stage 1: a text as it came, and what in it wants an eye before it is trusted."""
