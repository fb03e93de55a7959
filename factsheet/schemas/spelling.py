"""How far one word is from another, for edits that may be made without asking."""

LONG_WORD = 8


def is_slip(typed: str, meant: str) -> bool:
    """Tell whether `typed` is surely a slip for `meant`: a letter wrong, missing, too much or swapped; two if long."""
    return _distance(typed, meant) <= (2 if len(meant) >= LONG_WORD else 1)


def _distance(one: str, other: str) -> int:
    """Return the number of letters put in, left out, changed, or swapped with the next."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one):
        row = [i + 1]
        for j, b in enumerate(other):
            cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a != b))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
