"""From an article to a draft."""
