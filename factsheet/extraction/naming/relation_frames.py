"""Stage 5: the words between two groups that tell a relation, after dates, brackets and adverbs are taken out."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from dataclasses import dataclass
from typing import Final

_KIND: Final = r"(?:(?!(?:of|the|an?|with|from|against|by|in|on|to|and|for|at|that|which|who|but|as|leaders?|heads?|chief|members?|commanders?|spokes\w+|founder|representatives?|troops|forces|fighters|said|is|was|were|are|has|had|not|no) )[\w'’-]+ ){0,3}?"
_OPEN: Final = r"(?:,? ?(?:which|that|and|but)? ?(?:(?:is|was|were|are|had|has|have|been|being|considered|seen as|regarded as|described as|served as|serves as|acts as|acting as|believed to be|said to be|operating as|operates as|functions as|became|become|becomes|becoming|one of|part of|claims to be|also called) )*)"
_DET: Final = r"(?:(?:an?|the|its|their|another|one) )?"
_THE: Final = rf"(?:(?:the|its|his|their|a) )?{_KIND}"
_BEGAN: Final = r"(?:(?:founded|formed|established|created|began|begun|started|started out|emerged|set up|launched|floated|conceived|raised|born|came into (?:the world|being|existence))(?: life)? (?:as|when it became) )?"
_SPLINTER: Final = r"(?:off-?shoot|remnants?|product of a split|result of a split|split|splinter|breakaway|break-away|spin-?off|outgrowth|dissident|rival)(?: (?:group|faction|wing|movement|organi[sz]ation|party|branch|force))?"
_DEFECTORS: Final = r"(?:defectors|dissidents|deserters|renegades|remnants|(?:former|ex|dissident|breakaway|disaffected|disgruntled|renegade)[ -](?:[\w-]+ )?(?:members|commanders|fighters|officers|leaders|militants|rebels|soldiers|elements|cadres|figures))"
_TIE: Final = (
    r"(?:affiliated|allied|linked|aligned|associated|connected) (?:with|to)|(?:loyal|subordinate|close|tied) to"
)
_SPLIT: Final = r"(?:broke|broken|break|breaks|split|splits|splintered|seceded|separated|defected|withdrew|splitting|breaking|splintering|parted|parting|walked|walking|fell)(?: (?:away|off|ranks|ways|out))?"
_UNITED: Final = r"(?:joined forces|joined hands|merged|united|teamed up|came together|banded together|joined together|allied|combined|fused)"
_INCLUDING: Final = r"(?:includ(?:es|ed|ing)|compris(?:es|ed|ing)|consist(?:s|ed|ing) of|(?:is|was|are|were)? ?(?:composed|made up|formed) of|group(?:s|ed|ing)(?: together)?|unit(?:es|ed|ing)|br(?:ings|ought|inging) together|embrac(?:es|ed|ing))"


@dataclass(frozen=True, slots=True)
class Frame:
    """Words between two groups: the first is a `type` of the second, or, `turned`, the second of the first.

    `lists`: what is said of the second group is said of those that follow it in a list too; `needs_list`: it is said
    of the groups listed before, two at least.
    """

    type: str
    between: re.Pattern[str]
    turned: bool = False
    lists: bool = False
    needs_list: bool = False


def _frame(type_: str, between: str, *, turned: bool = False, lists: bool = False, needs_list: bool = False) -> Frame:
    return Frame(type_, re.compile(between, re.IGNORECASE), turned, lists, needs_list)


FRAMES: Final = (
    _frame("political_wing_of", rf"{_OPEN}{_BEGAN}{_DET}{_KIND}political (?:wing|arm|front|party|branch|representative|face|mouthpiece) of {_THE}"),
    _frame("political_wing_of", rf"(?:,? ?(?:and|or)? ?(?:its|their|'s|whose|through its) |'s ){_KIND}political (?:wing|arm|front|party|branch),? ?(?:(?:is|was) )?(?:called |known as )?{_THE}", turned=True),
    _frame("part_of", rf"{_OPEN}{_BEGAN}{_DET}{_KIND}(?:military|armed|paramilitary|fighting|youth|student|media|women's|militant|guerrilla) (?:wing|arm|branch|division|organi[sz]ation|force) of {_THE}"),
    _frame("part_of", rf"(?:,? ?(?:and|or)? ?(?:its|their|'s|whose|through its) |'s ){_KIND}(?:military|armed|paramilitary|youth|student|media|militant|guerrilla) (?:wing|arm|branch|division),? ?(?:(?:is|was) )?(?:called |known as )?{_THE}", turned=True),
    _frame("offshoot_of", rf"{_OPEN}{_BEGAN}{_DET}{_KIND}{_SPLINTER} (?:of|from|in|with) {_THE}"),
    _frame("offshoot_of", rf"{_OPEN}{_SPLIT} (?:from|with|of) {_THE}"),
    _frame("offshoot_of", rf"{_OPEN}(?:emerged|grew|grown|sprang|sprung|arose|arisen|originated|stemmed|developed|born|formed|founded|created|established|set up|has its (?:roots|origins)|(?:traces|owes|draws) its [\w-]+)(?: up)? (?:out of|of|from|in|to|as a result of|after|following) (?:(?:a|the|an) )?(?:[\w-]+ )?(?:split|rift|schism|break-?up|dispute|quarrel|feud|row|disagreement|remnants|ranks|splintering)? ?(?:in|within|inside|from|of|with)? ?{_THE}"),
    _frame("offshoot_of", rf"{_OPEN}(?:formed|founded|created|established|set up|led|made up|composed) (?:by|of|from) (?:[\w-]+ )?{_DEFECTORS} (?:from|of) {_THE}"),
    _frame("offshoot_of", rf"{_OPEN}(?:split|splintered|broke up|broke apart|fell apart|fell|divided|fractured|fragmented) into (?:(?:two|three|four|five|several|rival|competing) (?:[\w-]+ )?[\w-]+[,:] )?{_THE}", turned=True, lists=True),
    _frame("offshoot_of", rf"'s {_KIND}{_SPLINTER},? {_THE}", turned=True),
    _frame("affiliate_of", rf"{_OPEN}{_DET}{_KIND}(?:affiliates?|franchise|branch|ally|allies|proxy|surrogate|front|offshoots?)(?: (?:group|organi[sz]ation))? (?:of|to|for) {_THE}"),
    _frame("affiliate_of", rf"{_OPEN}{_DET}{_KIND}(?:{_TIE}) {_THE}"),
    _frame("affiliate_of", rf"{_OPEN}(?:pledged|pledges|swore|sworn|declared|declares|vowed|owes|gave)(?: (?:its|their|his))? (?:allegiance|loyalty|fealty|obedience|bay'ah?) to {_THE}"),
    _frame("affiliate_of", rf"(?:'s )?{_KIND}(?:affiliate|franchise|branch|ally|proxy)(?: in (?:[\w-]+ ?){{1,3}}?)?,? ?{_THE}", turned=True),
    _frame("affiliate_of", rf"[-‑ ](?:linked|affiliated|aligned|allied) {_THE}", turned=True),
    _frame("offshoot_of", rf"{_OPEN}(?:founded|formed|began|begun|started|originated|emerged)(?: out)?(?: life)? as {_DET}{_KIND}(?:part|faction|wing|branch|unit|cell) of {_THE}"),
    _frame("offshoot_of", rf"{_OPEN}(?:(?:split|splintered|broke up|fractured|divided)[^.;]{{0,40}}? )?(?:giving|gave|has given) (?:rise|birth) to {_THE}|{_OPEN}spawned {_THE}", turned=True, lists=True),
    _frame("offshoot_of", rf" ?(?:[\w-]+ )?(?:{_DEFECTORS}|faction|wing|splinter group|dissidents|rebels|members|commanders)(?: (?:under|led by|loyal to|around) [^,;.]{{3,40}}?)? (?:broke (?:away|off|ranks)|split(?: off| away)?|walked out|seceded|defected|left)(?: [^,;.]{{3,30}}?)? (?:to|and) (?:form|formed|found|founded|create|created|set up|establish|established|launch|launched) {_THE}", turned=True),
    _frame("offshoot_of", rf"{_OPEN}{_DET}{_KIND}(?:faction|group|wing|movement|force|militia|party)(?: (?:under|led by|headed by) [^,;.]{{3,40}}?)? (?:that|which) (?:had |has )?(?:left|quit|deserted|{_SPLIT} (?:from|with)) {_THE}"),
    _frame("offshoot_of", rf"{_OPEN}[^.;]{{0,60}}?(?:out of|from|by) (?:\d+ |[\w-]+ )?(?:splinters|splinter groups|factions|breakaway factions|dissident factions) of {_THE}"),
    _frame("offshoot_of", rf"{_OPEN}[^.;]{{0,40}}?(?:when|after) {_KIND}(?:{_DEFECTORS}|dissidents|members|leaders|commanders|fighters|officers|radicals|hardliners|moderates|faction) {_SPLIT} (?:of|from|with) {_THE}"),
    _frame("part_of", rf",? ?(?:which |that )?(?:(?:is|was|are|were|being) )?(?:one|among|two|three|four) (?:of )?(?:the )?(?:[\w-]+ ){{0,3}}?(?:groups|factions|parties|movements|militias|forces|organi[sz]ations) (?:in|within|under|that make up|that made up|making up|that form|forming) {_THE}"),
    _frame("part_of", rf"{_OPEN}{_DET}{_KIND}(?:part|members?|components?|constituents?|factions?|units?|subgroup|wing|arm|division|brigade|subsidiary|regiment|battalion|department) of {_THE}"),
    _frame("part_of", rf",? ?(?:all|both|(?:its|being its) )?{_DET}{_KIND}(?:member|constituent|component) (?:groups|organi[sz]ations|parties|factions|movements) of {_THE}"),
    _frame("part_of", rf"{_OPEN}(?:joined|joins|belongs? to|belonged to|belonging to|merged into|folded into|absorbed (?:into|by)|integrated into|incorporated into|subsumed (?:into|under|by)|(?:fights?|operates?|fought|grouped|united) under|under the (?:umbrella|banner|command) of) (?:the (?:umbrella|banner|command) of )?{_THE}"),
    _frame("part_of", rf",? ?{_OPEN}{_DET}{_KIND}(?:(?:alliance|coalition|umbrella|bloc|grouping|federation|merger|union|confederation|front)(?: (?:group|organi[sz]ation|body))?(?: (?:of|for)| formed (?:by|from)| between| made up of| comprising| including| that includes)|{_INCLUDING}|(?:formed|founded|created|established|set up) by) (?:(?:the|several|[\w-]+) (?:[\w-]+ )?(?:groups|factions|parties|militias|movements|organi[sz]ations),? (?:including|among them|such as|namely) )?{_THE}", turned=True, lists=True),
    _frame("part_of", rf"{_OPEN}(?:created|formed|founded|established|born)(?: (?:in|by|through|from|out of|as) (?:a|the) merger of| when| after) (?:[^.;]{{0,60}}?(?:brought|united|merged|fused)(?: together)? )?{_THE}", turned=True, lists=True),
    _frame("part_of", rf"(?:and (?:other|\w+ other) [\w-]+ |and others |, )?(?:have |has )?{_UNITED}(?: [\w-]+)? (?:to form|to create|to become|and formed|into|under the (?:name|banner|umbrella)(?: of)?|as) {_THE}", needs_list=True),
    _frame("part_of", rf",? ?(?:in|into|under|as) an? {_KIND}(?:alliance|coalition|umbrella|bloc|grouping|federation|union|front|group)(?: (?:group|organi[sz]ation))? (?:called|named|known as|dubbed) {_THE}", needs_list=True),
    _frame("part_of", rf"(?:and others |, and others )?(?:have |has )?(?:formed|created|founded|established|launched) (?!an? |its |their ){_THE}", needs_list=True),
    _frame("part_of", rf"(?:and others |, and others )?to (?:form|create|establish) {_THE}", needs_list=True),
    _frame("succeeded_by", rf"{_OPEN}(?:dissolved|disbanded|abolished|wound up)?[^.;]{{0,30}}?(?:(?:replaced|succeeded|superseded) (?:by|with)|gave way to|made way for) (?:\w+['’]s )?{_THE}"),
    _frame("succeeded_by", rf"{_OPEN}(?:transformed|turned|evolved|converted|morphed|developed|grew|reorgani[sz]ed|reconstituted|re-?emerged|reformed|re-formed)(?: itself)? (?:into|as) (?:a (?:legal )?(?:political )?party(?: called| named| known as)?,? ?)?{_THE}"),
    _frame("succeeded_by", rf"{_OPEN}(?:to be )?(?:merged|fused|combined|absorbed|integrated) (?:into|to form) (?:an? (?:[\w-]+ ){{0,2}}[\w-]+, ){_THE}"),
    _frame("succeeded_by", rf"{_OPEN}(?:handed|ceded|transferred|surrendered)(?: over)? (?:its )?(?:power|control|authority|powers) to (?:an? (?:[\w-]+ ){{0,3}}?[\w-]+, )?{_THE}"),
    _frame("succeeded_by", r"(?:,? ?(?:which|that) )?(?:was to )?(?:became|become) (?:the )?"),
    _frame("succeeded_by", rf"{_OPEN}(?:replaced|replaces|succeeded|succeeds|superseded|supplanted|took over from|takes over from|takes the place of|took the place of) {_THE}", turned=True),
    _frame("succeeded_by", rf"{_OPEN}{_DET}{_KIND}(?:predecessors?|forerunners?|precursors?) (?:to|of) {_THE}"),
    _frame("succeeded_by", rf"[;,]? ?(?:and |but )?(?:its|their) successors?,? {_THE}"),
    _frame("succeeded_by", rf"{_OPEN}{_DET}{_KIND}(?:successors?|heirs?)(?: (?:organi[sz]ation|group|party|movement))? (?:to|of) {_THE}", turned=True),
)  # fmt: skip

TAILS: Final = (
    ("succeeded_by", re.compile(r"['’]s?\s+(?:[\w-]+\s+)?(?:successor|heir)\b(?!,?\s+(?:the\s+)?[A-Z])")),
    ("political_wing_of", re.compile(r"['’]s?\s+(?:[\w-]+\s+)?political\s+(?:wing|arm|branch|front)\b(?!,?\s+(?:the\s+)?[A-Z])")),
    ("part_of", re.compile(r"['’]s?\s+(?:[\w-]+\s+)?(?:military|armed|fighting|paramilitary|youth|student)\s+(?:wing|arm|branch)\b(?!,?\s+(?:the\s+)?[A-Z])")),
    ("affiliate_of", re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:affiliate|franchise|branch|ally|proxy)\b(?!\s+(?:the\s+)?[A-Z])")),
    ("affiliate_of", re.compile(r"[-‑](?:affiliated|linked|aligned|allied)\s+(?:[a-z-]+\s+){0,2}(?:group|militia|faction|movement|outfit|network|organi[sz]ation)\b")),
    ("offshoot_of", re.compile(r"(?:['’]s?)?\s+(?:offshoot|splinter(?:\s+(?:group|faction))?|breakaway(?:\s+(?:group|faction))?|spin-?off)\b(?!\s+(?:the\s+)?[A-Z])")),
)  # fmt: skip
BEFORE_TAIL: Final = re.compile(
    r",? ?(?:which |that )?(?:(?:is|was|has been|operates as|acts as|serves as|served as|functions as|considered|regarded as|seen as|described as|known as) )*(?:(?:an?|the|another) )?(?:[\w-]+ ){0,2}",
    re.IGNORECASE,
)

_MADE: Final = r"(?:set up|created|founded|formed|established|launched|composed|made up|started)"
SET_UP: Final = re.compile(rf"{_OPEN}{_MADE} by {_THE}")
PURPOSE: Final = re.compile(
    r"\s+(?:in\s+\d{4}\s+)?as\s+(?:its|a|the)\s+(?P<kind>political|armed|military|youth)\s+(?:wing|arm|branch)\b"
)
MEN_OF: Final = re.compile(
    rf"{_MADE} (?:by|of|from) (?:[\w-]+ )?(?:former|ex|dissident|breakaway|disaffected|disgruntled|renegade|defecting|dissenting)[ -](?:the )?$"
)
MEN: Final = re.compile(
    r"\s+(?:members|commanders|fighters|officers|leaders|militants|rebels|soldiers|elements|cadres|figures)\b"
)

FROM_WHICH: Final = re.compile(r",? ?(?:(?:from|out of) which|from whose ranks) (?:the )?")
BREAKING: Final = re.compile(
    r"\s+(?:\([^()]{1,40}\)\s+)?(?:(?:had|later|has)\s+)*(?:broke|split|splintered|seceded|emerged|sprang|grew|separated|defected|broken)\b"
)

LISTED: Final = re.compile(
    r"\s*(?:\([^()]{1,60}\))?(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:the\s+)?(?:[\w-]+['’]s\s+)?"
)
INSET: Final = re.compile(r"^,\s[^;.]{3,110}?,(?=\s)")
VERBAL: Final = re.compile(r"(?!(?:is|was|has|which|that|and|or|but)\b)[a-z]+\b(?<!s)")
TOGETHER: Final = re.compile(
    r"\s+in\s+(?:the|an?|its|their)\s+(?:[\w-]+\s+)?(?:assault|attack|battle|offensive|fight|fighting|raid|talks|boycott|protest|operation|campaign|march|siege|call|condemnation)\b"
)
ACTED_ON: Final = re.compile(
    r"(?!(?:considered|regarded|described|called|formed|founded|created|established|remained)\b)[a-z]+ed\s+(?:[\w-]+\s+){0,3}(?:members?|units?|commanders?|leaders?)\s+of\b"
)
GOES_ON: Final = re.compile(
    r"(?:\s*\([^()]*\))?[^,;.]{0,40}?,?\s+(?:and|but)\s+(?:(?:later|then|now|also)\s+)?[a-z]+(?:s|ed|d|t)\b"
)
LISTING: Final = re.compile(
    r"(?:\s*\([^()]{1,40}\)|\))?,?\s+(?:and|or|as\s+well\s+as)\s+(?:one|an?|another|the|some|several|other)\s+(?:[\w-]+\s+){0,2}"
    r"(?:wing|faction|part|member|branch|unit|offshoot|splinter|affiliate|arm)s?\s+(?:of|from)\b"
)
BARE: Final = re.compile(
    r"(?:,|,?[^,;.]{0,25}\s(?:and|but))\s+(?:(?:then|later|also|has|had|have)\s+)*(?:join|br[eo]|split|splinter|seced|pledge|sw[eo]r|merge|replac|succeed|was|were|is|gr[eo]w|emerg|transform|bec[ao]m|declar|announc|left|form|embrac|includ|compris|operat|supersed)\w*\b"
)
FINITE: Final = re.compile(
    r",\s+(?:(?:then|later|also)\s+)?(?:grew|broke|was|were|is|are|has|had|became|began|left|swore|fell)\b"
)
OPENING: Final = re.compile(
    r"(?:(?:Founded|Formed|Established|Created|Set\s+up|Begun|Started|Launched|Once|Originally|Long)\s+(?:as\s+)?)?"
    r"(?:[Tt]he|[Aa]n?)\s[^,.;]{0,60}"
)

LEFT: Final = re.compile(
    r",? ?(?:(?:to|and) )?(?:form|formed|found|founded|create|created|set up|establish|established|launch|launched) (?:the |a group called |his own |their own )*"
)
LEAVING: Final = re.compile(
    r"\b(?:leave|leaves|left|leaving|quit|quits|broke\s+(?:with|away\s+from)|split\s+(?:from|with)|defected\s+from|deserted|abandoned|splintered\s+from|resigned\s+from|expelled\s+from)\s+(?:the\s+|(?:[A-Z][\w-]+\s+)?[A-Z][\w-]+['’]s\s+)?$"
)
NOUN_OF: Final = re.compile(
    r"\b(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}?(?P<noun>splinter|breakaway|offshoot|affiliate|branch|faction|political\s+wing|armed\s+wing|military\s+wing)(?:\s+(?:group|faction|movement))?\s+(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
NOUN_TYPES: Final = {"splinter": "offshoot_of", "breakaway": "offshoot_of", "offshoot": "offshoot_of", "affiliate": "affiliate_of", "political wing": "political_wing_of"}  # fmt: skip
CALLED: Final = re.compile(
    r",? ?(?:(?:called|named|known as|calling itself|dubbed) )(?:the )?|, (?:the )?", re.IGNORECASE
)

TRIGGER: Final = re.compile(
    r"predecessor|remnant|face|mouthpiece|forerunner|precursor|subsidiary|regiment|battalion|department|left|quit|desert|wing|arm\b|shoot|splint|breakaway|break-away|spin-?off|outgrowth|broke|break|split|seced|separat|defect|withdr|part|emerg|gr[eo]w|spr[au]ng|ar[oi]se|origin|stem|develop|born|form|found|creat|establish|set up|root|affiliat|franchise|branch|ally|allies|allied|proxy|front|link|align|loyal|subordinate|allegiance|loyalty|tied|close|member|component|constituent|faction|unit|join|belong|merg|fold|absorb|integrat|incorporat|under|alliance|coalition|umbrella|bloc|group|federation|union|inclu|compris|consist|composed|made up|made way|bring|brought|embrac|replac|succe|supersed|transform|turn|evol|convert|morph|reorgan|heir|divid|fract|fragment|to create|to establish|dissident|hand|ced|transfer|surrend|took|tak|trac|owe|draw|walk|fell|superse|product|result|bec[ao]m|giv|gave|spawn|launch"
)
_DATE: Final = re.compile(
    r",?\s*\b(?:in|since|on|by|during|after|until|around)\s+(?:(?:early|late|mid)[-\s])?(?:the\s+)?(?:(?:spring|summer|autumn|winter|end)\s+(?:of\s+)?)?(?:[A-Z][a-z]+\.?\s+)?(?:\d{1,2},?\s+)?(?:\d{4}s?|January|February|March|April|May|June|July|August|September|October|November|December)\b,?"
    r"|,?\s*\b(?:last|earlier\s+this|this)\s+(?:year|month|week)\b,?|,?\s*\b(?:(?:less|more)\s+than\s+|about\s+|some\s+|just\s+|almost\s+|nearly\s+)?(?:an?|one|two|three|four|five|six|several|\d+)\s+(?:years?|months?|weeks?)\s+(?:ago|later|earlier|before)\b,?"
)
_ADVERB: Final = re.compile(
    r"\b(?:at\s+first|in\s+turn|in\s+theory|for\s+(?:years|decades)|also|once|first|then|later|initially|originally|reportedly|widely|largely|effectively|itself|formally|officially|subsequently|eventually|soon|now|partly|apparently|allegedly|mostly|mainly|recently|publicly|jointly|finally|long|previously|formerly)\s+(?=[\w-])",
    re.IGNORECASE,
)


def level(between: str) -> str:
    """Return the words between two names without brackets, quotation marks, dates and adverbs, in single spaces."""
    text = re.sub(r"\s*\([^()]*\)|\bboth\s+(?=the\b)", "", between)
    text = re.sub(r"^\s+[-–—]+\s+", ", ", text)
    text = _DATE.sub(" ", re.sub(r"[\"“”‘]", "", text.replace("’", "'")))
    return " ".join(_ADVERB.sub("", text).split())
