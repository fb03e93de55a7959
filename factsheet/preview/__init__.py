"""A preview in the browser: build, serve on this machine only, watch, build again, reload."""

from factsheet.preview.board import Board, Outcome
from factsheet.preview.refreshing import FOLDER, refresh, run
from factsheet.preview.review_pages import REVIEW
from factsheet.preview.reviewing import Reviews
from factsheet.preview.serving import HOST, open_server

__all__ = ["FOLDER", "HOST", "REVIEW", "Board", "Outcome", "Reviews", "open_server", "refresh", "run"]
