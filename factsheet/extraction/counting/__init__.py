"""Stage 6: numbers of something, with their bounds."""
