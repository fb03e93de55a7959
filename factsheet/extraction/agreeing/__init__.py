"""Stage 8: agreements, with their date, parties, mediators and place."""
