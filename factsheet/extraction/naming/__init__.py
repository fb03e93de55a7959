"""Stages 2, 4 and 5: the groups, persons and places of an article, their other names, and how groups are related."""
