"""The words that tell of a happening: which type of the model each gives, and what only looks like one."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_GROUND: Final = (
    r"(?=[^.;,]{0,45}?\b(?:towns?|city|cities|villages?|districts?|base|bases|airport|airfield|territory|areas?|province|capital|border|positions?"
    r"|posts?|outposts?|checkpoints?|neighbou?rhoods?|control|parts?|much|most|all|island|port|garrison|headquarters|settlements?|crossing|dam|bridge|road|highway|region|palace|parliament|camp"
    r"|(?-i:[A-Z])[\w-]+))"
)
_CIVILIANS: Final = r"(?=[^.;]{0,50}?\b(?:civilians?|villagers?|passengers?|worshippers?|pilgrims?|protesters?|demonstrators?|residents?|aid\s+workers?|journalists?|students?|schoolgirls?|children|pupils|farmers?|shoppers?|refugees?)\b)"
_ARMED: Final = r"(?=[^.;]{0,50}?\b(?:soldiers?|troops|police|policemen|convoys?|patrols?|checkpoints?|barracks|garrison|outposts?|bases?|peacekeepers|army|security\s+forces)\b)"
_ATTACK: Final = "attack"
"""What belongs to one family may be one happening, told by two words."""

_VERBS: Final = (
    ("siege", "", r"(?:besieged|laid\s+siege\s+to|(?:lifted|broke|ended)\s+(?:the|a|its|their)\s+(?:[\w-]+\s+){0,3}siege)"),
    ("offensive", _ATTACK, r"launched\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,3}(?:offensive|assault|invasion|incursion|campaign|operation)|invaded|went\s+on\s+the\s+offensive"),
    ("air-strike", _ATTACK, r"bombed|(?:carried\s+out|conducted|launched)\s+(?:[\w-]+\s+){0,2}(?:air\s?strikes?|air\s+raids?)"),
    ("shelling", _ATTACK, r"shelled|bombarded|fired\s+(?:[\w-]+\s+){0,2}(?:rockets|mortars|missiles|shells)"),
    ("attack-on-civilians", _ATTACK, rf"massacred|(?:attacked|abducted|kidnapped|gunned\s+down|opened\s+fire\s+on|stormed|ambushed|raided){_CIVILIANS}"),
    ("clash", "", r"clashed|exchanged\s+(?:heavy\s+)?fire|fought(?=\s+(?:with|against|over|each|near|in|for)\b)"),
    ("clash", _ATTACK, rf"ambushed|(?:attacked|stormed|raided|assaulted|targeted){_ARMED}"),
    ("offensive", _ATTACK, r"(?:attacked|stormed|assaulted)(?=\s+(?:[\w-]+\s+){0,2}(?:territory|towns?|city|cities|villages|areas|positions|the\s+(?:town|city)\s+of))"),
    ("", _ATTACK, r"attacked|stormed|raided|assaulted|pounded|opened\s+fire|launched\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,3}(?:attack|raid)|ambushed"),
    ("control-change", "", rf"(?:captured|seized|recaptured|retook|re-took|overran|overrun|liberated){_GROUND}|(?:took|taken|regained|gained|lost|seized|declared)\s+(?:full\s+|complete\s+)?control\s+of|withdrew\s+from|pulled\s+out\s+of|fell\s+to|handed\s+over\s+control"),
    ("displacement", "", r"fled(?=\s+(?:from|to|into|across|their|the)\b)|forced\s+from\s+their\s+homes|(?:were|was|been)\s+displaced"),
    ("evacuation", "", r"evacuated"),
    ("negotiation", "", r"(?:held|opened|resumed|began|started|hosted|concluded|attended|convened)\s+(?:[\w-]+\s+){0,3}(?:talks|negotiations|consultations)|met\s+(?=[^.;]{0,80}\b(?:talks|negotiat\w+|to\s+discuss)\b)|negotiated"),
    ("election", "", r"(?:held|won|lost|contested|called|boycotted)\s+(?:[\w-]+\s+){0,3}(?:elections?|referendum|plebiscite|vote)|voted|(?:was|were)\s+(?:re-?)?elected"),
    ("legal-act", "", r"(?:designated|proscribed|blacklisted|outlawed|sanctioned|indicted|convicted|sentenced|ratified|extradited)|(?:adopted|passed|approved|enacted|repealed)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}(?:resolution|law|bill|decree|constitution|budget|act|amendment)|imposed\s+(?:[\w-]+\s+){0,3}(?:sanctions|martial\s+law|an\s+embargo|a\s+curfew)|issued\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:decree|arrest\s+warrant|warrant)"),
    ("announcement", "", r"(?:declared|proclaimed|announced)\s+(?:an?|the|its|their|his|her)?\s*(?:[\w-]+\s+){0,2}(?:state\s+of\s+emergency|independence|victory|martial\s+law|dissolution|merger|formation|resignation|caliphate|defeat|end\s+of|break)|pledged\s+allegiance|renounced|claimed\s+victory"),
    ("", "", r"assassinated|abducted|kidnapped|overthrew|toppled|ousted|deposed|resigned|arrested|detained|intervened|executed|beheaded|mutinied|surrendered|released\s+(?:[\w-]+\s+){0,2}(?:prisoners|hostages|detainees)|exchanged\s+(?:[\w-]+\s+){0,2}prisoners|shot\s+down|sank|seized\s+power|crashed"),
)  # fmt: skip
_NOUNS: Final = (
    ("air-strike", _ATTACK, r"air\s?strikes?|air\s+raids?|drone\s+strikes?|air\s+attacks?"),
    ("shelling", _ATTACK, r"shelling|bombardment|rocket\s+(?:fire|attacks?)|mortar\s+(?:fire|attacks?)"),
    ("bombing", _ATTACK, r"(?:car|suicide|roadside|truck)\s+bomb(?:ing|er|ers|s|ings)?|bombings?|bomb\s+(?:attacks?|blasts?)|explosions?|blasts?"),
    ("attack-on-civilians", _ATTACK, r"massacres?"),
    ("offensive", _ATTACK, r"offensive|invasion|incursion|assault"),
    ("clash", _ATTACK, r"clashes|gun\s?battle|firefight|skirmish(?:es)?|fighting|battle|ambush(?:es)?|combat"),
    ("siege", "", r"siege|blockade"),
    ("attack-on-civilians", _ATTACK, rf"(?:attacks?|raids?)(?=\s+on\b){_CIVILIANS}"),
    ("clash", _ATTACK, rf"(?:attacks?|raids?)(?=\s+on\b){_ARMED}"),
    ("", _ATTACK, r"attacks?|raids?|shootings?|killings|killing\s+of|coup|mutiny|uprising|protests?"),
    ("control-change", "", r"(?:capture|fall|takeover|seizure|recapture)\s+of"),
    ("evacuation", "", r"evacuation"),
    ("displacement", "", r"exodus|displacement\s+of"),
    ("negotiation", "", r"(?:[Pp]eace\s+|[Cc]ease-?fire\s+)?talks|negotiations|summit|peace\s+conference"),
    ("election", "", r"elections?|referendum|plebiscite"),
)  # fmt: skip

_PRESENT: Final = (
    ("siege", "", r"besieges|lays?\s+siege\s+to|(?:lifts?|breaks?)\s+(?:the|a|its|their)\s+(?:[\w-]+\s+){0,3}siege"),
    ("offensive", _ATTACK, r"launch(?:es)?\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,3}(?:offensive|assault|invasion|incursion|campaign|operation)|invades?"),
    ("air-strike", _ATTACK, r"launch(?:es)?\s+(?:[\w-]+\s+){0,2}(?:air\s?strikes?|air\s+raids?)"),
    ("shelling", _ATTACK, r"bombards?|fires?\s+(?:[\w-]+\s+){0,2}(?:rockets|mortars|missiles|shells)"),
    ("", _ATTACK, r"(?:attacks?|storms?|raids?|ambush(?:es)?|opens?\s+fire\s+on)(?=\s+(?:the|an?|[A-Z]))"),
    ("control-change", "", rf"(?:captures?|seizes?|recaptures?|retakes?|overruns?|reclaims?){_GROUND}|(?:takes?|regains?|loses?)\s+(?:full\s+|complete\s+)?control\s+of|withdraws?\s+from|falls?\s+to"),
    ("negotiation", "", r"(?:holds?|opens?|resumes?|begins?|starts?|hosts?)\s+(?:[\w-]+\s+){0,3}(?:talks|negotiations)"),
    ("election", "", r"(?:holds?|wins?|loses?)\s+(?:[\w-]+\s+){0,3}(?:elections?|referendum)|votes?\s+(?:for|in)"),
    ("legal-act", "", r"(?:designates?|outlaws?|indicts?|convicts?)|(?:adopts?|passes|approves?)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}(?:resolution|law|constitution|amendment)|imposes?\s+(?:[\w-]+\s+){0,3}(?:sanctions|martial\s+law)"),
    ("announcement", "", r"(?:declares?|proclaims?|announces?)\s+(?:an?|the|its|their|his|her)?\s*(?:[\w-]+\s+){0,2}(?:state\s+of\s+emergency|independence|victory|martial\s+law|dissolution|merger|formation|caliphate|defeat)|pledges?\s+allegiance"),
)  # fmt: skip
"""What the entries of a timeline say in the present."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A way to tell of a happening: the type of the model it gives, or none; whether by a verb; its family."""

    type: str
    family: str
    is_verb: bool


SIGNS: Final = (
    *(Sign(type_, family, is_verb=True) for type_, family, _ in _VERBS),
    *(Sign(type_, family, is_verb=False) for type_, family, _ in _NOUNS),
    *(Sign(type_, family, is_verb=True) for type_, family, _ in _PRESENT),
)
_PATTERNS: Final = (
    *(pattern for *_, pattern in _VERBS),
    *(rf"(?i:{pattern})" for *_, pattern in _NOUNS),
    *(pattern for *_, pattern in _PRESENT),
)
_GROUPS: Final = tuple(rf"(?P<s{number}>{each})" for number, each in enumerate(_PATTERNS))


def _search(groups: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?=[A-Za-z])(?:{'|'.join(groups)})\b")


TRIGGER: Final = _search(_GROUPS[: -len(_PRESENT)])
"""One search for all signs: the first that fits counts. A noun may open a sentence."""

ENTRY_TRIGGER: Final = _search((*_GROUPS[-len(_PRESENT) :], *_GROUPS[: -len(_PRESENT)]))
"""The same in the entries of a timeline, which tell in the present too."""
BOUNDARY: Final = re.compile(
    r"[;:—]|\s[-–]\s|,\s+(?:and|but|while|when|where|after|before|although|though|because|since|as|which|who|that|with|saying|adding|according|despite|following|\w+ing)\b"
    r"|,\s+(?=(?:[\w.’'-]+\s+){1,7}(?:said|told|reported|says|confirmed|added|wrote)\b)"
    r"|\bas\s+(?=(?:an?|the)\s+(?:[\w’'-]+\s+){0,9}(?:began|opened|started|continued|ended|collapsed|erupted|resumed|broke)\b)"
    r"|\b(?:when|while|after|before|until|since|because|although|though|that|which|who|whom|where|if|despite|following|amid|than)\b"
)
UNREAL_VERB: Final = re.compile(
    r"\b(?:will|would|could|may|might|can|cannot|should|must|shall|not|never|n[’']t|unless|nearly|almost|allegedly)\s+(?:(?:\w+ly|also|have|has|had|be|been|then|again)\s+){0,3}$"
)
UNREAL_NOUN: Final = re.compile(
    r"\b(?:will|would|could|may|might|should|if|planned|plans?|planning|proposed|scheduled|threat(?:s|en\w*)?|fears?|risk|prevent\w*|avoid\w*|call(?:s|ed|ing)?\s+for|due|expected|ahead\s+of|prepar\w+|during|amid|ceased?|(?:was|were|is|are)\s+to)\b|\b(?:announced|offer(?:s|ed)?|proposed|seeks?|sought|reject(?:s|ed)?|refus(?:es|ed)|accept(?:s|ed)?|demand(?:s|ed)?)\s+(?:[\w-]+\s+){0,2}$|\b(?:any|no|further|future|next|upcoming|possible|potential|threatened)\s+(?:[\w-]+\s+){0,2}$"
)
TO_COME: Final = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are|was|were)\s+(?:due|expected|scheduled|set|planned|to))\b"
)
HAPPENED: Final = re.compile(
    r"\b(?:took\s+place|happened|occurred|began|started|erupted|broke\s+out|ended|opened|resumed|collapsed|failed|followed|continued|(?:was|were)\s+(?:held|carried\s+out|launched|reported|lifted|heard)|left|killed|wounded|injured|hit|struck|came|targeted|destroyed|lasted|initiated)\b"
)
LIMITED: Final = re.compile(r"\b(?:until|till|by|since|before|after|from|between|through|ahead\s+of|than)\s+$")
DATE_LEAD: Final = re.compile(
    r",?\s*\b(?:on|in|at|during|late|early|late\s+on|early\s+on|in\s+late|in\s+early|in\s+mid|of|over|for|the|around|about|in\s+the|on\s+the)\s*$",
    re.IGNORECASE,
)
LEADING: Final = re.compile(
    r"^(?:[\s,“\"”’•*]|['’]s\b|(?:the|a|an|this|that|its|their|his|her|since|when|while|after|before|as|and|but|also|meanwhile|previously|earlier|later|then|however|separately|in\s+\w+|on\s+\w+day|moreover|further|at\s+least(?=\s+one)|overnight)\b,?)+",
    re.IGNORECASE,
)
LOCATIVE: Final = re.compile(
    r"\b(?:in|at|near|of|on|into|from|to|around|outside|inside|across|towards?|over|throughout)\s+(?:[\w’'-]+\s+){0,4}$"
)
AGENT: Final = re.compile(r"\bby\s+(?:the\s+)?(?:[\w-]+\s+)?$")
GO_BETWEEN: Final = (
    ("mediator", re.compile(r"\b(?:mediated|brokered|facilitated)\s+by\s+(?:the\s+)?(?:[\w-]+\s+)?$")),
    ("host", re.compile(r"\bhosted\s+by\s+(?:the\s+)?(?:[\w-]+\s+)?$")),
)
"""Who brings others together, by the words before them."""

AIM: Final = re.compile(r"\b(?:on|against)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?$")
PHRASE_STOP: Final = re.compile(
    r"\b(?:a|an|the|in|on|at|of|by|for|from|to|with|and|or|as|was|were|had|has|have|been|its|their|his|her|this|that|killed|during|against|no|any)\s+",
    re.IGNORECASE,
)
DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those|its|their)\s+(?:\w+\s+)?$", re.IGNORECASE)
