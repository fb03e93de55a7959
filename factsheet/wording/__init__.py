"""Values in the words of a language: dates, amounts, lists and the labels of closed lists."""

from factsheet.wording.amounts import word_amount
from factsheet.wording.dates import word_date
from factsheet.wording.labels import label_word
from factsheet.wording.lists import word_list

__all__ = ["label_word", "word_amount", "word_date", "word_list"]
