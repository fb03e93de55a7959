"""Stage 8: whether words speak of an agreement that was made, of one only wished for, or of a part of another."""

import re
from typing import Final

from factsheet.extraction.agreeing.agreement_heads import DETERMINERS, ORDINALS
from factsheet.extraction.agreeing.agreement_mentions import Seen
from factsheet.extraction.reading.article import Article

_DONE: Final = re.compile(
    r"(?<!to )\b(?:signs?|signed|reach(?:es|ed)?|agrees?|agreed|announced?s?|declares?|declared|struck"
    r"|violated|violating|brokered|inked|sealed)"
    r"\s+(?:on\s+)?(?:\w+\s+){0,2}$"
)
PLURAL: Final = re.compile(
    r"(?:agreements|accords|deals|pacts|treaties|truces|ceasefires|settlements|memoranda|understandings|protocols|documents)$",
    re.IGNORECASE,
)
_UNREAL: Final = re.compile(
    r"\b(?:no|any|without|potential|possible|proposed|future|eventual|draft|immediate|lasting|comprehensive\s+and\s+lasting)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:reach|reaching|negotiate|negotiating|seek|seeks|seeking|broker|brokering|secure|securing|achieve|achieving|clinch|want|wants|wanted|demand|demands|demanded|demanding|propose|proposed|proposes|proposing|offer|offers|offered|offering|call(?:s|ed|ing)?\s+for|urge|urged|urging|towards?|hopes?\s+(?:of|for)|hop(?:ed|ing)\s+for|chances?\s+(?:of|for)|prospects?\s+(?:of|for)|efforts\s+(?:to|at|for)|(?:talks|negotiations)\s+(?:\w+\s+){0,3}(?:on|about|for|over|concerning)|among\s+(?:it|them)|discuss(?:ed|es|ing)?|consider|considering|request(?:ed)?|appeal(?:ed)?\s+for|need\s+for|push(?:ed|ing)?\s+for|press(?:ed|ing)?\s+for|plead(?:ed|ing)?\s+for|reject|ruled\s+out|failed\s+to\s+\w+|such\s+as|bring\s+about|turn\s+to|lead\s+to|conducive\s+to|pave\s+the\s+way\s+(?:for|to)|opens?\s+the\s+way\s+(?:for|to)|template\s+for|model\s+for|basis\s+for|initiative\s+for|plan\s+for|terms\s+for|talk\s+of|proposals?\s+for|support\s+for|vote\s+on|in\s+favou?r\s+of|short\s+of|instead\s+of|ready\s+for|conditions?\s+for|work(?:ing)?\s+(?:on|towards?)|closer\s+to|close\s+to|verge\s+of|before\s+(?:we|they|he|she|it)\s+sign|deadline\s+for|obstacles?\s+to)\s+(?:on\s+|to\s+|for\s+)?(?:a|an|any|another|the|this)?\s*(?:[\w-]+\s+){0,3}$"
    r"|\bto\s+(?:sign|reach|accept|conclude|strike|clinch|agree|declare)\s+(?:on\s+|to\s+)?(?:an?|any)?\s*(?:[\w-]+\s+){0,2}$"
    r"|\b(?:would|could|might|may|should|can)\s+(?:\w+\s+){0,2}(?:sign|agree|reach|accept|declare|announce|be|have|conclude|honou?r|observe)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_WISHED: Final = re.compile(r"(?:eventual|lasting|negotiated|possible|potential|wider|broader|durable)\b")
_HAPPENED: Final = re.compile(
    r"\b(?:signed|reached|agreed|declared|announced|struck|sealed|concluded|signing)\s+(?:on\s+)?(?:an?|the)\s+$"
)
_MADE: Final = re.compile(
    r",?\s+(?:(?:which|that)\s+)?(?:was\s+)?(?:between|brokered|mediated|signed|reached|agreed)\b"
)
_TO_KEEP: Final = re.compile(
    r"\b(?:will|would)\s+(?:\w+\s+)?(?:observe|declare|begin|hold|respect|keep)\s+(?:an?\s+)?$"
)
_AHEAD: Final = re.compile(
    r"\s+(?:within\s+reach|could\s+be|might\s+be|remains?\s+(?:elusive|distant|far|out\s+of\s+reach)|(?:is|was)\s+(?:still\s+)?(?:near|close|imminent|possible|impossible|unlikely|likely|(?:months|weeks|days)\s+away))\b"
)
_PRESUPPOSED: Final = re.compile(
    r"\b(?:persuad|convinc|induc|coax)ed\b[^.;]*\bto\s+(?:sign|accept|declare|agree(?:\s+(?:to|on))?)\s+(?:an?|the)?\s*(?:[\w-]+\s+){0,2}$|\bhelp(?:ed|s)?\s+(?:to\s+)?(?:broker|negotiate|secure|reach|seal|mediate|clinch)\s+(?:an?|the|its)?\s*(?:[\w-]+\s+){0,2}$|\b(?:extend|renew|prolong|uphold|respect|honou?r|break|breach|violat|abandon|scrap|suspend|salvag|sav|rescu)\w*\s+(?:an?|the|their|its)?\s*(?:[\w-]+\s+){0,2}$"
    r"|\b(?:congratulat|commend|prais|hail|applaud|salut)\w*\b[^.;]*\b(?:on|for)\s+(?:reaching|securing|brokering|negotiating|achieving|agreeing\s+(?:on|to))\s+(?:an?|the)?\s*(?:[\w-]+\s+){0,3}$"
    r"|\b(?:after|since|upon|by)\s+(?:reaching|securing|brokering|negotiating|achieving)\s+(?:an?|the)?\s*(?:[\w-]+\s+){0,3}$"
)
_COMPONENT: Final = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|provid(?:e|es|ed|ing)\s+for|call(?:s|ed|ing)\s+for|contain(?:s|ed|ing)|envisag\w+|implement(?:s|ed)|establish(?:es|ed)|foresees?|foresaw|stipulat\w+|brings?|brought|requires?|required|orders?|ordered|comprises?|comprised|entails?|set\s+out|sets\s+out|introduced?|imposed?|commits?\s+\w+\s+to|committed\s+\w+\s+to|promis\w+|grants?|granted|offers?|guarantees?|binds?\s+\w+\s+to|obliges?\s+\w+\s+to|under\s+which\s+(?:\w+\s+){1,3}(?:will|would)\s+\w+)\s+(?:[^.;,]{0,50}?\band\s+)?(?:also\s+)?(?:an?|the|their)?\s*(?:[\w-]+\s+){0,3}$"
)
_PREDICATE: Final = re.compile(
    r"\b(?:is|was|are|were|became|becomes|remains?|as|calls?\s+itself|called\s+itself|amounts?\s+to|amounted\s+to)\s+(?:only\s+|also\s+|now\s+|still\s+|not\s+)?(?:an?|the|just|its|their)?\s*$"
)
_SUBJECT: Final = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]hat)\b")
_NUMBERS: Final = frozenset({"two", "three", "four", "eight"})
_OPEN: Final = re.compile(r"\b(?:if|whether|unless|once|until|hope)\b[^,;]*$")
_SEVERAL_DECLARED: Final = re.compile(r"\b(?:declared|announced)\s+(?:\w+\s+)?$")
_GENERIC: Final = re.compile(r"(?:previous|past|earlier|prior|similar)\b", re.IGNORECASE)


def is_real(article: Article, each: Seen) -> bool:
    """Tell whether a mention may open an agreement: not one that is only wished for, nor a mere kind."""
    if each.is_named:
        return True
    if each.is_weak or each.determiner == "such" or re.search(r"\bsuch\b", each.words):
        return False
    sentence = article.sentences[each.sentence]
    before = article.text[max(sentence.start, each.span[0] - 80) : each.span[0]]
    if _SEVERAL_DECLARED.search(before) and re.search(r"fires$|truces$", each.words):
        return True
    after = article.text[each.span[1] : min(sentence.end, each.span[1] + 60)]
    if _is_kind(each) or _is_wished(each, before, after):
        return False
    if each.determiner in DETERMINERS or re.search(r"\d|[A-Z]", each.words):
        return True
    return bool(_DONE.search(before) or re.search(r"['’]s?\s*$", before))


def _is_kind(each: Seen) -> bool:
    """Tell whether a mention speaks of agreements in general: `past peace deals`, `earlier truces`."""
    words = set(each.words.casefold().split())
    is_counted = each.determiner in {*_NUMBERS, "both", "these"} or bool(words & _NUMBERS)
    is_told = (is_counted or each.determiner == "the") and not words & (ORDINALS | {"former", "past"})
    if PLURAL.search(each.words) and not is_told:
        return True
    return bool(_GENERIC.match(each.words)) and each.determiner not in DETERMINERS


def _is_wished(each: Seen, before: str, after: str) -> bool:
    """Tell whether a mention is only wished for, offered, or still to come."""
    if "unilateral" in each.words and _TO_KEEP.search(before):
        return False
    if _UNREAL.search(before) and not _PRESUPPOSED.search(before):
        return True
    is_made = _HAPPENED.search(before) or _MADE.match(after)
    if each.determiner in {"a", "an"} and _WISHED.match(each.words) and not is_made:
        return True
    return bool(_AHEAD.match(after) or _OPEN.search(before))


def is_component(article: Article, each: Seen) -> bool:
    """Tell whether a mention is what an agreement holds: `the accord provides for a truce`."""
    sentence = article.sentences[each.sentence]
    return not each.is_named and bool(
        _COMPONENT.search(article.text[max(sentence.start, each.span[0] - 80) : each.span[0]])
    )


def is_predicate(article: Article, each: Seen) -> bool:
    """Tell whether a mention says what another is: `it is the first treaty`, `the deal was an agreement to`."""
    if each.is_named:
        return False
    sentence = article.sentences[each.sentence]
    before = article.text[max(sentence.start, each.span[0] - 60) : each.span[0]]
    predicate = _PREDICATE.search(before)
    return bool(predicate) and bool(
        _SUBJECT.search(before)
        or re.search(
            r"(?:agreement|accord|deal|pact|treaty|truce|fire|protocol|memorandum|document|text)\b",
            before,
            re.IGNORECASE,
        )
    )
