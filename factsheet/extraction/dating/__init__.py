"""Stage 3: mentions of time, resolved to EDTF."""
