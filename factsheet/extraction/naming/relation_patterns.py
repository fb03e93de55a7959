"""Stage 5: what sentences tell of groups, as patterns over a sentence in which each group, or list of groups, is a token.

`{a}` is the source of the relation (`{c}` a further one), `{b}` its target; a pattern without one of the two speaks of
the group that its sentence, or the one before, is about: `One splinter, {a}, ...`.
"""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from dataclasses import dataclass
from typing import Final

_GROUP: Final = r"[\d+]+"
_BODY: Final = r"(?:group|faction|movement|organi[sz]ation|party|wing|branch|force|militia|army|body|outfit|alliance)"
_MADE: Final = r"(?:form|formed|found|founded|create|created|set up|establish|established|launch|launched|start|started|announced the (?:creation|formation|founding) of|forming|founding|creating|setting up|establishing|launching)"
_MAKING: Final = (
    rf"{_MADE} (?:(?:an?|his|her|their|its|what) (?:[\w'-]+ ){{0,5}}?(?:[\w'-]+, )?(?:called |named |known as )?)?"
)
_LEFT: Final = r"(?:left|leave|leaving|quit|quitting|deserted|abandoned|resigned from|expelled from|defected from|(?:broke|broken|breaking|split|splitting|splintered|splintering|parted|walked|peeled|hived|seceded|separated|withdrew)(?: away| off| ranks| ways| out)?(?: from| with| of))"
_MEN: Final = r"(?:members?|commanders?|fighters?|officers?|leaders?|militants?|rebels?|soldiers?|elements|cadres?|figures?|deput(?:y|ies)|ministers?|chiefs?|heads?|founders?|aides?|guerrillas?|veterans?|activists?|politicians?|lawmakers?|ideologues?|clerics?|hardliners?|moderates?|students?)"
_DISSIDENT: Final = rf"(?:(?:defectors|dissidents|deserters|renegades|splinters|hardliners|mutineers|veterans)|(?:former|ex|one-time|erstwhile|dissident|breakaway|disaffected|disgruntled|disillusioned|discontented|renegade|rebel|expelled|dissenting|defecting|mutinous|disenchanted)[ -](?:[\w-]+ ){{0,2}}{_MEN})"
_FAR: Final = r"(?:,? [^<>.;:]{1,60}?)?,?"
_NEAR: Final = r"(?:[^<>.;:,]{0,40} )?"
_PURE: Final = r"(?:[\w'-]+ ){0,3}?"
_SPLINTER: Final = rf"(?:off-?shoot|splinter|breakaway|break-away|spin-?off|dissident|splinter group)(?: {_BODY})?"
_ARM: Final = rf"(?:{_PURE}(?:military|armed|paramilitary|fighting|youth|student|student's|women's|media|naval|intelligence|charitable|charity|welfare|propaganda|financial|press|trade-union|guerrilla|special forces|commando|suicide|security|elite) )(?:wing|arm|branch|division|organi[sz]ation|force|unit|section|department|outlet|foundation|squad|brigade|battalion|league|movement)"
_POLITICAL: Final = r"(?:political|parliamentary|legal|public|civilian) (?:wing|arm|front|party|branch|representative|face|mouthpiece|vehicle|expression|incarnation|side|organi[sz]ation|body|movement)"
_CALLED: Final = r"(?:,? (?:which |that )?(?:is |was |has been )?(?:called|known as|named|calls itself|called itself|calling itself|dubbed|goes by the name of)|,| -|:)"
_OWN: Final = r"\b(?:its|whose|their|the (?:group|movement|party|organi[sz]ation|front|army)'s)(?: own)?"
_IS: Final = r"(?:,? ?(?:which |that )?(?:(?:is|was|are|were|has been|had been|being|remains|became|seen as|regarded as|considered|described as|known as|acts as|serves as|operates as|functions as) )*)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to tell a relation; `is_dated`: its words may be such as are taken out elsewhere, dates and adverbs."""

    type: str
    words: re.Pattern[str]
    is_dated: bool = False


def _pattern(type_: str, words: str, *, is_dated: bool = False) -> Pattern:
    for slot in "abc":
        words = words.replace(f"{{{slot}}}", f"<(?P<{slot}>{_GROUP})>")
    return Pattern(type_, re.compile(words, re.IGNORECASE), is_dated)


_RENAMED: Final = (
    _pattern("former_name", r"{a}, as {b} (?:was|were|is|had been)?(?: ?(?:then|still|at the time|once|originally|formerly))+ ?(?:called|known|named|styled)?(?: itself)?,", is_dated=True),
    _pattern("former_name", r"{b},? (?:is |was |being )?(?:an? |the )?(?:mere |simple )?(?:rebrand|rebranding|relabelling|new incarnation|latest incarnation|new name|new label|new guise) (?:of|for) {a}", is_dated=True),
    _pattern("former_name", r"{a},? (?:which |that |and )?(?:was |were |has been |had been )?(?:later|afterwards|subsequently|since|now|today|soon) (?:called|known as|renamed|styled) {b}", is_dated=True),
    _pattern("former_name", r"\b(?:traded|swapped|exchanged|gave up|dropped|abandoned) (?:the|its) name,? {a},? (?:for|in favou?r of) (?:that of )?{b}", is_dated=True),
    _pattern("former_name", r"\bunder (?:its|the) (?:old|former|previous|original|earlier|first) name,? (?:of )?{a},? {b}", is_dated=True),
    _pattern("former_name", r"{b} [^<>.;]{3,60} under (?:its|the) (?:old|former|previous|original|earlier|first) name,? (?:of )?{a}", is_dated=True),
    _pattern("former_name", r"{b},? (?:which |that )?(?:used to|would once) (?:call itself|be called|be known as|go by the name of|go by) {a}", is_dated=True),
)  # fmt: skip

_ORIGIN: Final = r"(?:remnants|ashes|ranks|ruins|split|rift|schism|quarrel|feud|dispute|splinters?|splinter groups?|breakaways?|off-?shoots?|dissidents|defectors|renegades|roots|origins|beginnings|lineage|ancestry)"
_DUTIES: Final = r"(?:functions|duties|role|assets|staff|mandate|tasks|powers|responsibilities|authority|work|personnel|files|equipment|troops)"
_OATH: Final = r"(?:allegiance|loyalty|fealty|obedience|bay'ah?)"
_LAX: Final = (
    _pattern("offshoot_of", rf"{{a}}[^<>.;]{{0,60}}? (?:is|was|were|are|formed|born|founded|created|emerged|owes?|traces?|has|had|began|arose|grew|set up|established)\b[^<>.;]{{0,60}}?\b{_ORIGIN} (?:of|in|within|inside|from|to)\b[^<>.;,]{{0,40}}? {{b}}"),
    _pattern("offshoot_of", rf"^(?:formed|founded|created|born|established|set up|launched)\b[^<>.;]{{0,50}}\b(?:{_ORIGIN}|{_DISSIDENT}) (?:of|from|in|within) {{b}}[^<>.;]{{0,30}}, {{a}}"),
    _pattern("offshoot_of", r"\b(?:parts?|some|many|most|half|factions?|elements|members|hardliners|a wing|remnants) (?:of|in|from|within) {b} (?!(?:and|or) )[^<>.;]{1,60}? (?:regrouped|reorgani[sz]ed|split(?: off)?|broke away|continued|fought on|carried on|re-?emerged|resurfaced) (?:as|under the name(?: of)?|into|to become) {a}"),
    _pattern("offshoot_of", rf"\b(?:factions|groups|splinters|wings|movements|parties|bodies) (?:have |had |has )?(?:since )?{_LEFT} {{b}}[:,] {{a}}"),
    _pattern("offshoot_of", rf"{{b}}'s (?:former|one-time|erstwhile|ex-|dissident|disgruntled) [^<>.;]{{3,80}} (?:{_MADE} {{a}}|{{c}},? (?:which|that) (?:he|she|they) (?:had )?{_MADE})"),
    _pattern("part_of", r"\b(?:groups|factions|parties|units|components|members|organi[sz]ations|movements|militias|brigades|battalions|forces)\b (?:of|in|within|from|under|belonging to|that make up|making up|that form|forming|which make up),? {b},? (?:notably|including|such as|among them|like|are|were|include|included|chiefly|namely|especially|particularly|the) ?{a}"),
    _pattern("part_of", r"{a},? (?:which |that )?(?:is |was |are |were )?(?:[\w-]+ )?(?:attached|assigned|seconded) to {b}"),
    _pattern("part_of", r"{a},? (?:which |that )?(?:is|was|had been|has been|were|are) {b}'s (?:[\w-]+ ){0,3}?(?:network|unit|militia|force|guard|cells|squad|guerrillas|brigade|battalion|regiment|army)\b(?!,? <)"),
    _pattern("political_wing_of", rf"{{a}},? (?:[\w'-]+ ){{0,6}}?{_POLITICAL} (?:of|for) {{b}}"),
    _pattern("political_wing_of", rf"{{b}},? (?:[\w'-]+ ){{0,2}}?(?:{_MADE}|has|had|runs) (?:an?|its own) (?:[\w-]+ )?{_POLITICAL},? (?:called |named |known as )?{{a}}"),
    _pattern("succeeded_by", r"{a}[^<>.;]{0,60}? (?:became|turned into|turned itself into|transformed (?:itself )?into|converted (?:itself )?into|reinvented itself as) (?:an? )(?:[\w-]+ ){0,3}(?:party|movement|organi[sz]ation|body|agency|association|charity), {b}"),
    _pattern("succeeded_by", r"{a}[^<>.]{2,80} (?:its|whose|their) place (?:was |being |has been |is |had been )?(?:taken|filled) by {b}"),
    _pattern("succeeded_by", rf"{{a}}[^<>.]{{2,80}} (?:its|whose|their) (?:[\w-]+ and )?{_DUTIES}(?: and [\w-]+)? (?:were |was |have been |being )?(?:passed|transferred|handed|given|went|moved|assigned|entrusted)(?: over| on)? to {{b}}"),
    _pattern("succeeded_by", r"{a} (?:[^<>.;]{0,30} )?(?:handed over|gave way|made way|yielded|gave place|ceded its place) (?:to|for) {b}"),
    _pattern("offshoot_of", r"{a},? (?:which |that )?(?:is |was )?(?:the |an? )?rump of {b}"),
    _pattern("part_of", r"{a} and (?:its|their) parent (?:organi[sz]ation|body|group|party|movement|company),? {b}"),
    _pattern("part_of", r"{a},? (?:which |that )?(?:is |was |are )?one of (?:[\w-]+ ){1,4}?(?:that make up|that made up|making up|that form|forming|which make up) {b}"),
    _pattern("part_of", r"{b} (?:[\w-]+ )?(?:set up|created|founded|formed|established|launched|raised) {a} as (?:its|their|an?) (?:[\w-]+ )?(?:armed|military|fighting|paramilitary|youth|student|women's|media|naval) (?:wing|arm|branch|force)"),
    _pattern("part_of", rf"{{a}}, (?:its|their) {_ARM}\b(?!,? <)"),
    _pattern("political_wing_of", rf"{{a}}, (?:its|their) (?:[\w-]+ )?{_POLITICAL}\b(?!,? <)"),
    _pattern("succeeded_by", r"{b},? (?:which |that )?(?:has |had )?(?:evolved|developed|morphed) (?:out of|from) {a}"),
    _pattern("succeeded_by", r"{b}[^<>.;]{0,50}? as (?:an? |the |its )(?:[\w-]+ )?successor (?:organi[sz]ation |body |group |party )?(?:to|of) {a}"),
    _pattern("former_name", r"{a},? (?:which |that )?(?:now|today|currently|since then) (?:operates|works|acts|campaigns|fights|goes) (?:under the name|by the name)(?: of)? {b}", is_dated=True),
    _pattern("affiliate_of", rf"{{a}}[^<>.;]{{0,70}}? (?:pledged?|swore|sworn|declared?|professed|vowed|renewed|owes?|gave|given|offered)(?: (?:its|his|their|an oath of))? {_OATH} to {{b}}"),
    _pattern("affiliate_of", rf"{{a}}[^<>.;]{{0,80}} {{b}}, to (?:which|whom) (?:it|he|they) (?:has |had |have )?(?:swore|pledged|sworn|owes?|professes?|declared) (?:its |his |their )?{_OATH}"),
    _pattern("affiliate_of", r"{b} (?:has |had )?(?:recogni[sz]ed|accepted|acknowledged|regards|regarded|named|proclaimed|declared) {a} as (?:its|an?|the) (?:[\w-]+ ){0,2}(?:branch|affiliate|franchise|province|ally|chapter)"),
    _pattern("affiliate_of", r"{a},? (?:[\w'-]+ ){0,6}?(?:proxy|affiliate|franchise|surrogate) (?:of|for) {b}"),
    _pattern("affiliate_of", r"\b(?:militants|fighters|gunmen|rebels|jihadists|insurgents|group|militia|cell|faction) (?:linked|tied|loyal|allied|affiliated|aligned) (?:to|with) {b},? (?:known as|called|calling (?:itself|themselves)|named) {a}"),
    _pattern("affiliate_of", r"{a}[^<>.;]{0,30} (?:severed|cut|renounced|ended|broke off) (?:its|all|his|their) (?:[\w-]+ )?(?:ties|links|allegiance) (?:with|to) {b}"),
    _pattern("former_name", r"\bname {a} (?:was|had been) (?:dropped|abandoned|discarded|given up|shed)[^<>.;]{0,40} (?:in favou?r of|became|renamed itself|replaced by(?: that of)?|and) (?:<[\d+]+> became )?{b}", is_dated=True),
)  # fmt: skip

PATTERNS: Final = (
    *_RENAMED,
    _pattern("offshoot_of", rf"\b(?P<he>he|she|they) (?:[\w-]+ ){{0,3}}?{_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"{{a}},? whose (?:[\w-]+ ){{0,2}}(?:founders?|leaders?|members|core|commanders?|nucleus|fighters|chief|men) (?:all |mostly |mainly )?(?:came from|come from|(?:had )?{_LEFT}|(?:had |once )+(?:belonged to|fought (?:in|with|for)|served in)) {{b}}"),
    _pattern("offshoot_of", r"{a},? (?:which |that )?(?:was |had been |were )?(?:once |originally )?(?:an? )?(?:part|faction|wing|branch|cell) of {b},? (?:until|before|till) [^<>.;]{0,30}(?:split|broke|left|walked|seced)"),
    _pattern("offshoot_of", rf"{{a}},? (?:which is |which was )?(?:the work|the creation|the brainchild|a creation|made up|composed) of [^<>.;,]{{0,20}}?{_DISSIDENT} (?:of|from|in) {{b}}"),
    _pattern("part_of", r"{a},? (?:which |that |and )?(?:have |has |had )?(?:is |are |was |were |been |be )*(?:[\w-]+ly )?(?:rolled|brought|amalgamated|swallowed(?: up)?|absorbed|subsumed|merged|folded|integrated|incorporated|enrolled|enlisted|drafted) (?:into|in|under|by|within) {b}"),
    _pattern("part_of", r"{b} (?:has |had )?(?:absorbed|swallowed(?: up)?|subsumed|incorporated|took in|taken in) {a}"),
    _pattern("part_of", r"{a},? (?:which |that )?(?:forms?|formed|makes? up|made up|provides?|provided|constitutes?|is|are|was|were) the (?:core|backbone|bulk|nucleus|mainstay|largest (?:part|component|member|group|faction)|main (?:part|component|group|faction)) (?:of|in|within) {b}"),
    _pattern("part_of", r"{a},? (?:which |that )?(?:fights?|fought|operates?|operated|serves?|served|fighting|operating|serving) (?:within|in the ranks of|as part of|inside) {b}"),
    _pattern("part_of", r"{a} (?:are|were|is|was) (?:both |all )?among the (?:[\w-]+ )?(?:groups|factions|members|parties|components|militias|movements|organi[sz]ations) (?:in|of|within|that make up|making up|that form|forming) {b}"),
    _pattern("succeeded_by", r"{a} [^<>.;]{2,80} (?:its|whose) place (?:was |being |has been |is |)(?:taken|filled) by {b}"),
    _pattern("succeeded_by", r"{a},? (?:which |that )?(?:was |were |has been )?(?:dissolved|disbanded|abolished|wound up|scrapped) (?:in favou?r of|to make way for|to make room for) {b}"),
    _pattern("succeeded_by", r"{b},? (?:which |that )?(?:has |had )?(?:took over|taken over|assumed|inherited|inherits|takes over) (?:the |all |most |many )+(?:of the )?(?:[\w-]+ )?(?:functions|duties|role|assets|staff|mandate|tasks|powers|responsibilities|members|place|mantle|archives)(?: and [\w-]+)? of {a}"),
    _pattern("succeeded_by", r"{a},? (?:which |that )?(?:has |had )?(?:handed|transferred|passed|ceded|surrendered)(?: over| on)? (?:its|all its|their) (?:[\w-]+ )?(?:functions|duties|role|assets|staff|mandate|tasks|powers|responsibilities|authority) to {b}"),
    _pattern("affiliate_of", r"{a},? (?:which |that )?(?:has|had|have|with|maintains?|kept) (?:[\w-]+ )?(?:ties|links|connections) (?:to|with) {b}"),
    _pattern("offshoot_of", rf"\b(?P<near>one|another|an?|the largest|a second|a third) (?:new |small |rival )?{_SPLINTER}(?: {_BODY})?{_CALLED} {{a}}"),
    _pattern("offshoot_of", rf"{_OWN} {_PURE}{_SPLINTER}{_CALLED}? {{a}}"),
    _pattern("offshoot_of", rf"\b{_DISSIDENT} (?:from|of|in|within|inside) {{b}}{_FAR} ?(?:to |and )?{_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"\b{_DISSIDENT} {_LEFT} {{b}}{_FAR} (?:to |and |in )?{_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"\b(?:former|ex-|one-time|erstwhile|dissident|renegade|disgruntled) ?<(?P<b>{_GROUP})> {_NEAR}{_MEN}{_FAR} {_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"\b(?:former|one-time|erstwhile|ex-) ?(?:[\w-]+ )?{_MEN} (?:of|in|with) {{b}}{_FAR} {_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"\b(?:an?|former|one-time|senior) {{b}} {_NEAR}{_MEN}{_FAR} {_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"\b(?:begun|began|started) as (?:an? |the )?{_PURE}(?:wing|faction|part|branch|cell) of {{b}}{_FAR} (?:became|turned into|grew into) [^<>.;]{{0,20}}{{a}}"),
    _pattern("offshoot_of", rf"\b{_LEFT} {{b}}{_FAR} (?:to |and |before |in order to )?{_MAKING}{{a}}"),
    _pattern("offshoot_of", rf"{{a}}{_FAR} {_MADE} (?:[^<>.;]{{0,30}} )?(?:by|from|of) (?:mostly |mainly |largely |some |\d+ |[\w-]+ ){{0,3}}?{_DISSIDENT} (?:from|of|in) {{b}}"),
    _pattern("offshoot_of", rf"{{a}}{_FAR} {_MADE} (?:by|from|of) (?:[\w-]+ ){{0,2}}?(?:former|ex-|dissident|breakaway|disgruntled|renegade) ?<(?P<b>{_GROUP})> {_MEN}"),
    _pattern("offshoot_of", rf"{{a}}{_FAR} (?:{_MADE} )?(?:by|after|when|following) [^<>.;]{{0,60}}?\b(?:(?:who|he|she|they|had|having|it) )?(?:had |were )?(?:{_LEFT}|(?:expelled|driven|ousted|thrown) (?:from|out of)|fell out with|falling out with|fallen out with) {{b}}"),
    _pattern("offshoot_of", rf"{{a}},? (?:an? |the )?{_PURE}(?:{_BODY} |body )?(?:that |which |who )?(?:had |has |have |both |all |itself )*{_LEFT} (?:the (?:ranks|main body|mainstream|leadership) of )?{{b}}(?!'s)"),
    _pattern("offshoot_of", r"{b} (?:has |had |have )?(?:since )?(?:split|splintered|divided|fractured|broke up|fragmented) in(?:to)? (?:two|three|four|several|rival)[^<>.;]{0,30}[:,] {a}(?:[^<>.;]{0,40}? and {c})?"),
    _pattern("offshoot_of", r"\b(?:(?:from|out of) the (?:ruins|ashes|ranks|remnants|wreckage|remains|rubble) of|out of) {b}[^<>.;]{0,20} (?:there )?(?:rose|emerged|came|grew|sprang|arose|was born) {a}"),
    _pattern("offshoot_of", rf"{{b}} (?:has|had|have|saw) (?:an? )?(?:dissident|breakaway|splinter|rival|renegade) {_BODY}{_CALLED} {{a}}"),
    _pattern("offshoot_of", r"{a},? (?:which |that )?(?:has |have )?(?:grew|grown|emerged|sprang|evolved|born) (?:out )?(?:of|from) (?:[\w-]+ ){0,5}?(?:of|within|inside) {b}"),
    _pattern("offshoot_of", rf"\b(?:a|an|one) (?:[\w-]+ )?(?:breakaway|splinter|dissident) (?:{_BODY})?{_CALLED}? {{a}}[^<>.;]{{0,40}} (?:split|broke|left|seceded)[^<>.;]{{0,20}} (?:from|with) {{b}}"),
    _pattern("offshoot_of", rf"\b(?:a|the|one) {_PURE}(?:faction|wing|section|part|group|bloc|majority|minority|number) (?:of|in|within) {{b}}{_FAR} (?:broke (?:away|off|ranks)|split(?: off| away)?|walked out|seceded|defected|left|departed|rebelled){_FAR} (?:to |and |as |under the name ){_MAKING}?{{a}}"),
    _pattern("political_wing_of", rf"{{a}}{_IS}(?:an? |the |its |their )?{_PURE}{_POLITICAL} (?:of|for) {{b}}"),
    _pattern("political_wing_of", r"{a},? (?:is |was )?(?:an? |the )(?:political|legal) party (?:linked|tied|close|allied|affiliated|associated|connected) (?:to|with) {b}"),
    _pattern("political_wing_of", rf"{{a}}[^<>.;]{{3,60}} {{b}}, (?:of which|for which) it (?:is|was|serves as|acts as) (?:the |an? )?{_PURE}{_POLITICAL}"),
    _pattern("political_wing_of", rf"{_OWN} {_PURE}{_POLITICAL}{_CALLED}? {{a}}"),
    _pattern("political_wing_of", rf"{{b}}'s {_PURE}{_POLITICAL}(?:{_CALLED}|,[^<>.;,]{{3,40}}, (?:is|was))? {{a}}"),
    _pattern("political_wing_of", rf"{{a}},? (?:[\w-]+ ){{0,3}}?{{b}}'s {_PURE}{_POLITICAL}\b(?!,? <)"),
    _pattern("part_of", rf"{_OWN} {_ARM}{_CALLED}? {{a}}"),
    _pattern("part_of", rf"{_OWN} (?:[\w-]+ )?(?:charity|subsidiary|militia|broadcaster|television station|radio station|newspaper|front company|elite force|special unit){_CALLED} {{a}}"),
    _pattern("part_of", rf"{{b}}'s {_ARM}(?:{_CALLED}|,[^<>.;,]{{3,40}}, (?:is|was))? {{a}}"),
    _pattern("part_of", rf"{{a}}, {{b}}'s {_ARM}\b(?!,? <)"),
    _pattern("part_of", rf"{{a}}{_IS}(?:an? |the |its |their )?{_ARM} of {{b}}"),
    _pattern("part_of", rf"{{a}}, (?:an? |the |both |all |two |three )?{_PURE}(?:units?|brigades?|battalions?|forces?|subsidiary|subsidiaries|components?|sub-?groups?|affiliated units?) of {{b}}"),
    _pattern("part_of", r"{a},? (?:which is |which was )?(?:an? )?(?:[\w-]+ ){0,2}(?:run|owned|operated|controlled|set up and run) by {b}"),
    _pattern("part_of", r"{b},? whose (?:[\w-]+ )?(?:members|components|constituents|factions|member groups|ranks|units|parts) (?:include|included|are|were|comprise) {a}"),
    _pattern("part_of", r"{b},? (?:(?:an? |the )[^<>.;,]{3,40} )?(?:to|of|in) which {a} (?:belongs?|belonged|(?:is|are|was|were) (?:an? )?(?:[\w-]+ )?(?:parts?|members?|components?)|forms? (?:a )?part|participates?)"),
    _pattern("part_of", r"{a},? (?:have |has |had |which |that )*(?:fold|folded|dissolve|dissolved|merge|merged|integrate|integrated|subsume|subsumed) (?:itself|themselves|its [\w-]+|their [\w-]+) (?:into|in) {b}"),
    _pattern("part_of", r"{a},? (?:which |that )?(?:are |is |was |were )?(?:[\w-]+ ){0,2}(?:under the (?:command|control|authority|umbrella|banner|orders) of|answers? to|answered to|reports? to|reported to|takes? (?:its|their) orders from) {b}"),
    _pattern("part_of", r"{a}, (?:until [^<>.;,]{3,30} )(?:an? )?(?:part|member|component) of {b}", is_dated=True),
    _pattern("succeeded_by", rf"\b(?:its|whose|their|a second|another|the group's|the movement's|the party's) {_PURE}successor{_CALLED}? {{b}}"),
    _pattern("succeeded_by", rf"{{a}}'s {_PURE}successor{_CALLED}? {{b}}"),
    _pattern("succeeded_by", rf"{{b}}'s {_PURE}(?:predecessor|forerunner|precursor){_CALLED}? {{a}}"),
    _pattern("succeeded_by", rf"\b(?:its|whose) {_PURE}(?:predecessor|forerunner|precursor){_CALLED}? {{a}}"),
    _pattern("succeeded_by", rf"{{b}},? (?:which |that )?(?:was |is |were )?(?:{_MADE}|meant|designed|intended) (?:[^<>.;,]{{0,20}} )?(?:to (?:succeed|replace|supplant|take over from)|in place of|as a replacement for|on the ruins of) {{a}}"),
    _pattern("succeeded_by", r"{a} [^<>.;]{2,40} (?:dissolved|disbanded|abolished|wound up|scrapped)[^<>.;]{0,60} {b},? which (?:replaced|succeeded|superseded) it"),
    _pattern("affiliate_of", r"\b(?:its|whose) (?:[\w-]+ )?(?:affiliate|franchise|ally|proxy|local branch|regional branch)(?: in [\w -]{3,30})?, {a}"),
    _pattern("former_name", r"\buntil [^<>.;,]{3,30},? {b} (?:called itself|was called|was known as|was named|went by the name of|went by|operated as|operated under the name of|bore the name) {a}", is_dated=True),
    _pattern("former_name", r"{b} (?:called itself|was called|was known as|was named|went by the name of|operated as|bore the name) {a}[^<>.;]{0,10} (?:until|before|till)\b", is_dated=True),
    _pattern("former_name", r"{b}, (?:then|at the time|at that time|in those days|back then|still|in its early years),? (?:still )?(?:called|known as|named|calling itself|operating as) {a}", is_dated=True),
    _pattern("former_name", r"{b}, (?:(?:the|its) )?(?:old|former|erstwhile|onetime|one-time) {a}(?=,|\.)", is_dated=True),
    _pattern("former_name", r"{a} (?:has|had|took|got|was given|received|acquired|adopted) (?:an? )?new name(?:[:,]| and (?:is|was)(?: now)?(?: called| known as)?) {b}", is_dated=True),
    _pattern("former_name", r"{b},? (?:it|which|and) (?:has |had )?(?:dropped|shed|gave up|abandoned|discarded) (?:the|its)(?: old| former| previous| original)? name,? (?:of )?{a}", is_dated=True),
    _pattern("former_name", r"\b(?:once|formerly|previously|originally) (?:called|known as|named) {a} and (?:is )?now (?:called |known as |operating as |named )?{b}", is_dated=True),
    _pattern("former_name", r"^(?:founded|formed|established|created|launched|set up|born|raised|known|started|previously operating|formerly operating|previously active|operating|once active)\b[^<>,.;]{0,40} (?:as|under the name(?: of)?) {a}[^<>.;,]{0,30}, {b}", is_dated=True),
    _pattern("former_name", r"{b}, as {a} (?:is now|has since been|was later|has been) (?:called|known|renamed)", is_dated=True),
    _pattern("former_name", r"\b(?:what (?:was|had been) (?:once |then |formerly )?(?:called |known as )?){a} (?:is now|became|is today|is called) {b}", is_dated=True),
    *_LAX,
)  # fmt: skip

LEFT_ONE: Final = re.compile(rf"^(?!<)(?:[^<>]*\s)?{_LEFT} <(\d+)>")
UNIT_OF: Final = re.compile(
    r"<(?P<b>\d+)>'s (?:elite |own |notorious |powerful )?<(?P<a>\d+)>|<(?P<c>\d+)> of <(?P<d>\d+)>(?! (?:and|or)\b)"
)
SIGNS: Final = {
    "offshoot_of": ("rump", "shoot", "splint", "split", "break", "broke", "spin", "dissid", "former", "ex-", "one-time", "erstwhile", "renegade", "defect", "desert", "mutin", "expelled", "disgruntl", "disillus", "disaffect", "left", "leav", "quit", "abandon", "resign", "parted", "walked", "peel", "seced", "separat", "withdrew", "grew", "grown", "emerg", "sprang", "evolv", "born", "rose", "came", "begun", "began", "started", "formed", "found", "creat", "fractur", "divided", "fragment", "set up", "establish", "launch", "remnant", "ashes", "ranks", "ruins", "rift", "schism", "quarrel", "feud", "dispute", "roots", "origins", "beginnings", "regroup", "continued", "fought on"),
    "political_wing_of": ("political", "parliamentary", "legal", "public", "civilian"),
    "part_of": ("wing", " arm", "branch", "unit", "brigade", "battalion", "subsid", "component", "whose", "which", "fold", "dissol", "merge", "integrat", "subsum", "under the ", "answer", "report", "orders from", " run by", "owned", "operat", "controlled by", "part of", "charity", "militia", "broadcast", "station", "newspaper", "division", "youth", "student", "women's", "media", "naval", "squad", "absorb", "swallow", "incorporat", "amalgam", "rolled", "brought", "enrol", "enlist", "drafted", "took in", "taken in", "the core", "parent ", "one of ", "armed", "military", "backbone", "bulk", "nucleus", "mainstay", "largest", "main ", "fight", "fought", "serv", "among the", "front company", "elite", "attached", "assigned", "seconded", "network", "guard", "cells", "groups", "factions", "members", "organisations", "organizations"),
    "succeeded_by": ("succe", "evolved", "developed", "morphed", "predecessor", "forerunner", "precursor", "replac", "supplant", "take over", "in place of", "on the ruins", "its place", "whose place", "favour of", "favor of", "to make ", "took over", "taken over", "takes over", "assumed", "inherit", "handed", "transferred", "passed", "ceded", "surrendered", "became", "turned", "transform", "convert", "reinvent", "place", "passed", "gave way", "made way", "yielded", "given", "went to"),
    "affiliate_of": ("affiliate", "franchise", "ally", "proxy", "branch", "ties", "links", "connections", "allegiance", "loyalty", "fealty", "obedience", "bay", "linked", "tied", "loyal", "allied", "surrogate", "province", "chapter"),
    "former_name": ("call", "known", "name", "bore ", "operat", " old ", "former", "erstwhile", "onetime", "one-time", "rebrand", "incarnation", "guise", "label", "active", "founded", "formed", "establish", "created", "launched", "set up", "born", "raised", "started", "styled", "now "),
}  # fmt: skip
UNIT: Final = re.compile(
    r"\b(?:Brigades?|Battalions?|Regiment|Divisions?|Command|Corps|Directorate|Bureau|Company|Companies|Squadron|Units?|Department|Wing|Commandos?|Guards?|Secretariat|Branch|Cell)\b"
)
DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|never|not(?! so| only| just| merely| least)|no|neither|refus(?:e|es|ed|ing)|offer(?:s|ed)? to)\b[^<>]*(?:<[\d+]+>[^<>]*)?$",
    re.IGNORECASE,
)
