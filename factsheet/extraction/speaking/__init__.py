"""Stage 7: who says a number, and through whom."""
