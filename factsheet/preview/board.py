"""What the builder tells the server: the number of the latest build, and what was wrong with the last try."""

from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one try to build ended: what is wrong, in words, or nothing; and what is shown now."""

    number: int = 0
    problems: str = ""


class Board:
    """The last outcome, for the threads that wait to show the next."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._outcome = Outcome()
        self._is_closed = False

    @property
    def outcome(self) -> Outcome:
        """Return the last outcome."""
        return self._outcome

    @property
    def is_closed(self) -> bool:
        """Return whether no outcome will follow."""
        return self._is_closed

    def post(self, *, is_new: bool, problems: str) -> None:
        """Tell how a try ended; `is_new` if there are other pages than before."""
        with self._changed:
            self._outcome = Outcome(self._outcome.number + is_new, problems)
            self._changed.notify_all()

    def close(self) -> None:
        """Tell that the server ends."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def wait(self, seen: Outcome, seconds: float) -> Outcome:
        """Return the outcome once it is another than `seen`, or after some seconds the same."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._outcome != seen, seconds)
            return self._outcome
