"""Stage 3, first half: the forms in which a text speaks of time, as patterns in the order in which they win."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from dataclasses import dataclass
from typing import Final

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|APR|AUG|SEPT?|OCT|NOV|DEC)"
    r"(?![a-zA-Z])"
)
_D: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_Y: Final = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
_W: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\b\.?|Tues?\b\.?|Wed\b\.?|Thurs?\b\.?|Fri\b\.?|Sat\b\.?|Sun\b\.?)"
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DASH: Final = r"(?:\s?[-–—‐‑/]\s?|\s+(?:to|until|till|through|and)\s+(?:the\s+)?)"
_TO: Final = r"(?:\s?[-–—‐‑/]\s?|\s+(?:to|until|till|through)\s+(?:the\s+)?)"
# `and` joins two ends only after `between` or `from`: `on 3 May and 4 June` are two days.
_BOTH: Final = r"(?P<both>(?:[Bb]etween|[Ff]rom)\s+)?"
_JOINT: Final = rf"(?:{_TO}|(?(both)\s+and\s+(?:the\s+)?|(?!)))"
_OWN_YEAR: Final = (
    rf"(?:,?\s+(?:of\s+)?(?P<y>{_Y})|\s\((?P<yb>{_Y})\)|\s+(?:of\s+)?(?P<yr>this|last|next|that|the\s+same)\s+year\b"
    r"|\s[’'](?P<ys>\d\d)\b)?"
)
_LEAD: Final = rf"(?:(?P<w>{_W}),?\s+(?:the\s+)?)?"
_PART: Final = r"(?:(?P<part>[Ee]arly|[Mm]id(?:dle\s+of)?|[Ll]ate|(?:[Tt]he\s+)?(?:end|beginning|start|middle)\s+of)[\s\-–]?\s*(?:in\s+)?)"
_N: Final = (
    r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|half\s+a|a\s+half)"
)
_U: Final = r"(?P<u>minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ies)(?=\b))"
_VAGUE: Final = r"(?:several|a\s+few|few|some|many|a\s+couple\s+of|a\s+number\s+of)"
_TIME: Final = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|midnight|noon|lunchtime))?"
_LASTING: Final = (
    r"(?:war|conflict|insurgency|rebellion|uprising|revolt|truce|ceasefire|cease-fire|fight|feud|rule|government|embargo|siege|crisis|dispute|blockade|"
    r"occupation|violence|fighting|campaign|struggle|agreement|accord|offensive|stand-?off|civil\s+war|peace\s+process)"
)


def _point(number: int) -> str:
    """Return the pattern of one end of a range whose ends are told unlike: `April`, `15 July 2023`, `late 2011`."""
    part = _PART.replace("(?P<part>", f"(?P<part{number}>")
    return (
        rf"(?:{part})?(?:(?:(?P<d{number}>{_D})\s+(?P<m{number}>{MONTH})|(?P<n{number}>{MONTH})\s+(?P<e{number}>{_D})"
        rf"|(?P<o{number}>{MONTH}))(?:,?\s+(?P<y{number}>{_Y}))?|(?P<z{number}>{_Y}))"
    )


_MIXED: Final = (
    rf"\b(?!{_Y}{_DASH}{_Y}|{MONTH}-{_Y}){_BOTH}\b{_point(1)}(?:[-–—‐‑]|\s+(?:to|until|till|through)\s+|(?(both)\s+and\s+|(?!)))"
    rf"{_point(2)}\b"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to speak of time: its name, its pattern, and the kind of sign a sentence must show to be tried."""

    name: str
    pattern: re.Pattern[str]
    sign: str


def _form(name: str, sign: str, pattern: str, *, fold: bool = False) -> Form:
    return Form(name, re.compile(pattern, (re.IGNORECASE if fold else 0) | re.MULTILINE), sign)


FORMS: Final = (
    _form("iso", "digit", r"(?<![\d/.-])\b(?P<y>\d{4})(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d|[-/]\d)"),
    _form("numeric", "digit", r"(?<![\d/.\w-])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?![\d/])"),
    _form(
        "day-range",
        "month",
        rf"(?:{_W},?\s+)?\b(?P<d1>{_D}){_DASH}(?:{_W},?\s+)?(?P<d2>{_D})\s+(?:of\s+)?(?P<m1>{MONTH})\.?(?:,?\s+(?:of\s+)?(?P<y1>{_Y}))?",
    ),
    _form(
        "day-range",
        "month",
        rf"\b(?P<m1>{MONTH})\s+(?P<d1>{_D}){_DASH}(?P<d2>{_D})(?!\s*{MONTH})(?:,?\s+(?P<y1>{_Y}))?",
    ),
    _form(
        "full-range",
        "month",
        rf"\b{_BOTH}(?P<d1>{_D})\s+(?P<m1>{MONTH})(?:,?\s+(?P<y1>{_Y}))?{_JOINT}(?P<d2>{_D})\s+(?P<m2>{MONTH})(?:,?\s+(?P<y2>{_Y}))?",
    ),
    _form(
        "full-range",
        "month",
        rf"\b{_BOTH}(?P<m1>{MONTH})\s+(?P<d1>{_D})(?:,?\s+(?P<y1>{_Y}))?{_JOINT}(?P<m2>{MONTH})\s+(?P<d2>{_D})(?:,?\s+(?P<y2>{_Y}))?",
    ),
    _form("day", "month", rf"^(?P<y>{_Y})[,:]?\s+(?P<m>{MONTH})\s+(?P<d>{_D})(?![:\w])"),
    _form("month", "month", rf"^(?P<y>{_Y})[,:]?\s+(?P<m>{MONTH})(?!\s+\d)"),
    _form("day-list", "month", rf"\b(?P<m>{MONTH})\s+(?P<days>{_D}(?:,\s+{_D})+,?\s+and\s+{_D})(?:,?\s+(?P<y>{_Y}))?"),
    _form("day-list", "month", rf"\b(?P<days>{_D}(?:,\s+{_D})+,?\s+and\s+{_D})\s+(?P<m>{MONTH})(?:,?\s+(?P<y>{_Y}))?"),
    _form(
        "month-range",
        "month",
        rf"\b{_BOTH}(?P<m1>{MONTH})(?:,?\s+(?P<y1>{_Y}))?{_JOINT}(?P<m2>{MONTH}),?\s+(?:of\s+)?(?P<y2>{_Y})",
    ),
    _form("month-range", "month", rf"\b(?P<m1>{MONTH})\s+and\s+(?P<m2>{MONTH}),?\s+(?:of\s+)?(?P<y2>{_Y})"),
    _form("day", "month", rf"\b(?P<d>{_D})-(?P<m>{MONTH})-(?P<y>{_Y})"),
    _form("mixed-range", "month", _MIXED),
    _form("mixed-range", "part", _MIXED),
    _form(
        "day",
        "month",
        rf"{_LEAD}\b(?:(?P<o>th|st|nd|rd)\b)?(?P<d>{_D})\s+(?:day\s+)?(?:of\s+)?(?P<m>{MONTH}){_OWN_YEAR}",
    ),
    _form("day", "month", rf"{_LEAD}\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{_D}){_OWN_YEAR}"),
    _form("month-range", "month", rf"(?:(?:[Bb]etween|[Ff]rom)\s+)(?P<m1>{MONTH}){_DASH}(?P<m2>{MONTH})(?!\s+\d)"),
    _form("month", "month", rf"\b{_PART}?\b(?P<m>{MONTH}),?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<y>{_Y})"),
    _form(
        "relative-month",
        "month",
        rf"\b(?P<r>[Ll]ast|[Nn]ext|[Tt]his(?:\s+past)?|[Tt]his\s+coming|[Tt]he\s+(?:following|previous|same)|That|(?<=[,;]\s)that|that(?=\s[A-Z]\w+[.,;]))\s+(?P<m>{MONTH})(?!\s+\d)",
    ),
    _form(
        "month-of-year",
        "month",
        rf"\b(?P<m>{MONTH})\s+(?:of\s+)?(?P<r>last|next|this|that|the\s+same|the\s+following)\s+year\b",
    ),
    _form("month", "month", rf"\b{_PART}(?P<m>{MONTH})\b(?!\s+{_D}\b)"),
    _form(
        "month",
        "month",
        rf"(?<=\b[Ii]n\s)(?P<m>{MONTH})\b|(?<=\b[Bb]y\s)(?P<m_by>{MONTH})\b|(?<=\b(?:[Ss]ince|[Uu]ntil|[Aa]fter|[Dd]uring)\s)(?P<m_x>{MONTH})\b".replace(
            r"(?<=\b(?:[Ss]ince|[Uu]ntil|[Aa]fter|[Dd]uring)\s)",
            r"(?:\b(?:[Ss]ince|[Uu]ntil|[Aa]fter|[Dd]uring|[Ff]rom|[Bb]efore|[Bb]ack\s+in|[Tt]ill|[Tt]hrough|[Ff]or|[Aa]nd|[Tt]o|[Oo]f|[Tt]he|[Bb]etween)\s)",
        ),
    ),
    _form("month", "month", rf"\b(?P<m>(?!May\b|MAY\b|Mar\b|March\b|MARCH\b|Sat|Sun){MONTH})\b(?!\s+\d)"),
    _form("month", "month", rf"^(?P<m>{MONTH})(?=\s*(?:[-–—:]|$))"),
    _form("month", "month", rf"^[\s\-–—=*#]*\b(?P<m>{MONTH})(?=[\s\-–—=*#:]*$)"),
    _form("entry-day", "digit", rf"^[\s\-–—*•]*\b(?P<d>{_D})(?:\s?[-–]\s?(?P<d2>{_D}))?(?=:\s)"),
    _form("year-range", "digit", rf"\b{_BOTH}\b(?P<y1>{_Y}){_JOINT}(?P<y2>{_Y}|\d\d(?![\d,.]\d|\d))"),
    _form("year-range", "digit", rf"\b(?P<y1>{_Y})[-–](?P<y2>\d)(?![\d,.-])\b"),
    _form(
        "open", "digit", rf"\b(?:[Ff]rom\s+)?(?P<y>{_Y})(?:\s?[-–]\s?|\s+to\s+(?:the\s+)?)(?:present|today|date|now)\b"
    ),
    _form("open", "digit", rf"\b[Ff]rom\s+(?P<y>{_Y})\s+on(?:wards?)?\b"),
    _form(
        "decade",
        "digit",
        r"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s\-]?(?:to\s+(?:mid|late)[\s\-]?)?)?(?P<y>(?:1[5-9]|20)\d0)[’']?s\b",
    ),
    _form("century", "digit", r"\b(?:(?P<part>early|mid|late)[\s\-]?)?(?P<c>\d\d)th[\s\-]century\b", fold=True),
    _form(
        "century",
        "unit",
        r"\b(?:(?P<part>early|mid|late)[\s\-]?)?(?P<cw>seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[\s\-]century\b",
        fold=True,
    ),
    _form(
        "season",
        "season",
        rf"\b(?:(?P<part>early|mid|late)[\s\-]?)?(?P<s>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?|,\s+)(?P<y>{_Y})",
        fold=True,
    ),
    _form(
        "season",
        "season",
        r"\b(?P<r>last|next|this|the\s+following|the\s+same|that)\s+(?P<s>spring|summer|autumn|fall|winter)\b",
        fold=True,
    ),
    _form(
        "feast",
        "digit",
        rf"\b(?P<f>Easter(?:\s+Sunday|\s+Monday)?|Good\s+Friday|Palm\s+Sunday|Christmas\s+Eve|Christmas\s+Day|New\s+Year['’]s\s+Eve|New\s+Year['’]s\s+Day|May\s+Day),?\s+(?:of\s+)?(?P<y>{_Y})",
    ),
    _form(
        "fraction",
        "digit",
        rf"\b(?P<f>first|second|third|fourth|last)\s+(?P<k>half|quarter|three\s+months|six\s+months)\s+of\s+(?P<y>{_Y})",
        fold=True,
    ),
    _form("fraction", "digit", rf"\b(?P<k>[QH])(?P<f>[1-4])\s+(?:of\s+)?(?P<y>{_Y})"),
    _form("year", "digit", rf"\b{_PART}\b(?P<y>{_Y})\b"),
    _form(
        "day-of-month",
        "digit",
        r"\b[Oo]n\s+the\s+(?P<d>[123]?\d)(?:st|nd|rd|th)(?=[,.;]|\s+(?:the|he|she|it|they|a|an|and|of\s+(?:the|that|this)\s+month)\b)",
    ),
    _form(
        "weekdays",
        "weekday",
        rf"\b(?P<a>{WEEKDAY})(?:\s+(?:morning|evening|night))?(?:\s+to\s+|\s?[–-]\s?|\s+through\s+)(?P<b>{WEEKDAY})\b",
    ),
    _form(
        "weekday",
        "weekday",
        rf"\b(?:(?P<r>[Ll]ast|[Nn]ext|[Tt]his(?:\s+coming|\s+past)?|[Tt]he\s+following|[Tt]he\s+previous|[Ff]ollowing|[Pp]revious|[Cc]oming)\s+)?"
        rf"(?:(?P<v>[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Ss]tarting|[Bb]eginning|[Ff]rom)\s+(?:on\s+)?)?(?:[Oo]vernight\s+(?:on\s+|into\s+)?)?(?:(?:[Ee]arly|[Ll]ate)\s+(?:on\s+)?)?(?<!Good\s)(?<!Black\s)(?<!Bloody\s)(?P<w>{WEEKDAY}){_TIME}(?P<after>\s+(?:last|next)\s+week|\s+of\s+last\s+week)?",
    ),
    _form(
        "weekend",
        "relative",
        r"\b(?P<r>last|next|this(?:\s+coming|\s+past)?|over\s+the|at\s+the|on\s+the|during\s+the|the)\s+weekend\b",
        fold=True,
    ),
    _form(
        "deictic",
        "relative",
        r"\b(?P<x>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|this\s+day|yesterday|tomorrow|tonight|overnight|last\s+night|this\s+(?:morning|afternoon|evening))\b",
        fold=True,
    ),
    _form(
        "neighbour",
        "relative",
        r"\b(?P<x>the\s+day\s+before|the\s+previous\s+day|(?:a|one)\s+day\s+(?:earlier|later)|(?:a|one)\s+day\s+(?:before|after)(?=\s*[,.;)]|$)|(?:the\s+)?(?:following|next)\s+(?:day|morning|afternoon|evening|night)|the\s+(?:previous|preceding)\s+(?:morning|afternoon|evening|night)|the\s+day\s+after|the\s+preceding\s+day|the\s+night\s+before)\b",
        fold=True,
    ),
    _form(
        "same-day",
        "relative",
        r"\b(?:earlier|later)\s+(?:on\s+)?(?:in|on|during)?\s*the\s+(?:same\s+)?day\b|\b(?:on\s+)?(?:that|the\s+same)\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)\b",
        fold=True,
    ),
    _form(
        "past-unit",
        "unit",
        r"\b(?:(?:over|in|during|for|within)\s+)?the\s+(?P<dir>past|last)\s+(?P<u>day|week|month|year|decade|hours|century)\b(?!\s+of|['’-])",
        fold=True,
    ),
    _form(
        "this-period",
        "relative",
        r"\b(?:(?P<p>earlier|later|early|late|(?P<since>since\s+)?(?:(?:at|by|before|until|till|towards?|from)\s+)?(?:the\s+)?(?P<edge>beginning|start|end|middle)\s+of)\s+)?"
        r"(?P<r>last|next|this(?:\s+past|\s+coming)?|the\s+following|the\s+next|the\s+previous|the\s+same|that|the\s+coming|the\s+current|(?(edge)the|(?!)))\s+(?P<u>week|month|year|decade|century)\b(?!-)(?P<s>['’]s\b)?",
        fold=True,
    ),
    _form(
        "this-period",
        "unit",
        r"\b(?:earlier|later|early|late)\s+in\s+(?P<r>the)\s+(?P<u>week|month|year|decade)\b",
        fold=True,
    ),
    _form("period-end", "unit", r"\b(?P<u>year|month)(?:['’]s)?[\s-]end\b", fold=True),
    _form(
        "past-interval",
        "unit",
        rf"\b(?:(?:over|in|during|for|within|of)\s+)?(?:the|these|this)\s+(?P<dir>past|last|previous|coming|next)\s+(?:(?:nearly|about|almost)\s+)?{_N}\s+{_U}s?\b",
        fold=True,
    ),
    _form(
        "vague-interval",
        "unit",
        r"\b(?:(?:over|in|during|within)\s+)?(?:the\s+)?(?P<dir>past|last|recent|coming|next|previous)\s+(?:few\s+|several\s+|couple\s+of\s+)?(?P<u>days|weeks|months|years|hours)\b",
        fold=True,
    ),
    _form(
        "ago",
        "unit",
        rf"\b(?:(?:about|some|nearly|almost|around|over|exactly|just|only|more\s+than|less\s+than|just\s+over|at\s+least)\s+)?{_N}(?P<half>\s+and\s+a\s+half)?[\s-]{_U}s?\s+ago\b",
        fold=True,
    ),
    _form("vague-ago", "unit", rf"\b{_VAGUE}\s+{_U}s?\s+ago\b|\bdecades\s+ago\b|\byears\s+ago\b", fold=True),
    _form(
        "offset",
        "unit",
        rf"\b(?:(?:about|some|nearly|almost|around|just|only|less\s+than|more\s+than|at\s+least)\s+)?{_N}\s+{_U}s?\s+(?P<way>later|earlier|beforehand|afterwards?)\b",
        fold=True,
    ),
    _form("vague-offset", "unit", rf"\b{_VAGUE}\s+{_U}s?\s+(?P<way>later|earlier)\b", fold=True),
    _form(
        "within-vague",
        "unit",
        r"\bwithin\s+(?:(?:the\s+)?(?:coming|next|a\s+few|the|several|a\s+matter\s+of)\s+)*(?P<u>hours|days|weeks|months|years)\b",
        fold=True,
    ),
    _form(
        "duration",
        "unit",
        rf"\b(?:(?:exactly|almost|about|nearly|some|roughly|barely|hardly|scarcely|around|over|under|within|for|after|of|in|up\s+to|more\s+than|less\s+than|at\s+least|just|than)\s+)*"
        rf"{_N}(?:(?P<half>\s+and\s+a\s+half)|\s+(?:consecutive|straight|full|long|whole|more|(?!of\b|to\b|and\b|or\b|in\b|per\b|other\b|the\b)[a-z]+(?=\s+\w+s\b)))?(?P<hyphen>[\s\-‐‑–]){_U}(?P<many>s)?(?:[\s-](?:long)\b)?[’']?\b(?!\s*[-\s]old\b(?!\s+(?:\w+\s+)?{_LASTING}\b))(?P<tail>\s+(?:after|before|of|since)\b)?",
        fold=True,
    ),
    _form("duration", "unit", r"\banother\s+(?P<u>day|week|month|year|decade)\b(?!\s+of|-)"),
    _form(
        "duration",
        "unit",
        rf"(?<![\w-])(?P<u>day|week|month|year|decade|century)-?(?:long\b|old(?=\s+(?:\w+\s+)?{_LASTING}\b))",
    ),
    _form(
        "year",
        "digit",
        rf"(?:\b(?P<v>[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ii]n|[Dd]uring|[Tt]hroughout|[Ff]rom|[Oo]f|[Ff]or)\s+)?(?:the\s+year\s+)?(?<![\d$€£.,:/-])\b(?P<y>{_Y})\b(?![-–/]\d)",
    ),
)
