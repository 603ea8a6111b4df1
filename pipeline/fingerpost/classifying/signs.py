"""A statement's words and voice in, what they tell of pupils, services or pages instead of advice out.

Under a heading that promises strategies councils also write signs of need, facts and scraps. What
tells of behaviour counts as advice only where something that adults do, give or use stands beside
it.
"""

import re
from dataclasses import dataclass

from fingerpost.strategies import Role

_LEARNERS = (
    r"(?:pupils|children|learners|students|cyp|young people|boys|girls|teenagers|those|they)"
)
_LEARNER = r"(?:pupil|child|learner|student|young person|cyp|boy|girl|teenager)"
_DETERMINER = (
    r"(?:the|a|an|some|many|most|these|such|other|this|each|every|our|deaf|autistic|young)"
)


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_LED_IN = _any_of(
    r"^(?:watch|look)(?: out)? for\b",
    r"^be (?:alert to|aware (?:of|that))\b",
    r"^(?:remember|note) that (?:these|such|some|many|a|the) ",
    r"^(?:some )?(?:common|typical|possible|usual|likely|early|key|main)? ?"
    r"(?:difficulties|signs|symptoms|behaviours|indicators|barriers)\b(?! (?:with|can be))[^.]*$",
    r"\bred flags?\b",
    r"\b(?:can|may|might|could|will|often|sometimes)? ?looks? like\b",
    r"^(?:staff|teachers|parents|adults|families) (?:often |may |might |sometimes )?"
    r"(?:report|notice|see|observe)\b",
    r"^(?:signs|symptoms|indicators) ",
    r"^you (?:will|may|might|could|can) (?:also )?(?:see|notice|observe|hear)\b",
)
_SPEAKS_OF_LEARNERS = re.compile(
    rf"^(?:{_DETERMINER} )*(?:{_LEARNERS}|(?:[\w-]+ )?{_LEARNER}(?!['’-]))\b", re.IGNORECASE
)
_LEAD_OF_ADVICE = _any_of(
    r"\b(?:should|will|would|must|need|needs|shall|ought)\b",
    r"\b(?:help(?:s|ed|ful)?|support(?:s|ed)?|benefits?|includ(?:e|es|ing)|such as|e\.g\.?)\b",
    r"\b(?:have|has|with) access\b|\brespond(?:s)? (?:well|best)\b|\blearn(?:s)? best\b",
    r"\b(?:are|is|be|been) (?:\w+ly )?(?:\w+ed|taught|given|shown|told|known|able to|helped)\b",
    r"\b(?:to|by|through|using|via|know|knows|use|uses)\s*:?$|\bso that\b|\bstrateg|\bprovi[ds]",
)
_BEHAVIOUR = _any_of(
    r"\bself[- ]harm\w*",
    r"\b(?:school )?refus(?:al|ing|es)\b",
    r"\bpanic attacks?\b|\bmeltdowns?\b|\btantrums?\b|\boutbursts?\b",
    r"\b(?:cry|hid|hurt|hitt|bit|kick|spitt|fidgett|daydream|stammer|stutter|wett|soil|vomit|hoard"
    r"|sniff|blurt|mishear|misread|mumbl|abscond|fight|argu|truant|swear|rock|scream|shak|sweat)"
    r"ing\b",
    r"\brunning (?:out|off|away)\b|\bnot (?:joining|taking|listening|coping|speaking|sleeping)\b",
    r"\becholalia\b|\bheadaches?\b|\b(?:stomach|tummy)[ -]?aches?\b|\bgrief\b|\bguesswork\b",
    r"\btearful\w*|\bavoidance\b|\bloneliness\b|\bfatigue\b|\btired(?:ness)?\b|\bclums\w+",
    r"\b(?:sleep|attendance|behaviour|eating|memory|friendship) (?:problems|issues|difficulties)\b",
    r"\bproblems with\b|\bdistress(?:ed)?\b|\baggress\w+|\blow (?:mood|self)|\barguments\b",
    r"\b(?:frighten|overwhelm|upset)(?:s|ed)?\b|\bfrighten\b|\bfears?\b|\bphobias?\b",
    r"^(?:quick|slow|prone|first|last) to\b|^(?:always|never|often|constantly) (?:on|in|at|late)\b",
    r"^alone\b|\btwo years behind\b|\breversal\b|\buntidy\b|^messy\b|^rigid\b|^hands over\b",
    r"^(?:weak|short|skipped|missing|frequent|excessive|constant|literal|unusual|repetitive) ",
    r"^needs (?:constant|frequent|lots|a lot|much|more|extra)\b|^worries about\b",
    r"^(?:signs that|trips (?:on|over)|frequent trips|absences?|lateness|truancy|bullying)\b",
)
_WHEN = _any_of(r"\b(?:when|if|whenever|during|for|before|after|until|who|about)\b")
"""Before behaviour, these make it the occasion of what is done."""
_GIVEN = _any_of(
    r"\b(?:plans?|charts?|cards?|box(?:es)?|groups?|clubs?|boards?|diary|diaries|scripts?|scales?"
    r"|ladders?|pass(?:es)?|spaces?|areas?|corners?|rooms?|tents?|dens?|breaks?|timers?|signals?"
    r"|kits?|toolkits?|books?|stor(?:y|ies)|games?|posters?|lists?|policy|policies|procedures?|logs?"
    r"|trackers?|meetings?|reviews?|routines?|responses?|prompts?|packs?|sheets?|mats?|maps?"
    r"|menus?|walls?|strips?|tools?|frames?|curriculum|displays?|resources?|equipment|places?"
    r"|words?|scaffolds?|audits?|programmes?|sessions?|assembl\w+|thermometers?|days?)\b",
    r"\b(?:adults?|staff|teachers?|mentor\w*|coach\w*|counsell\w+|buddy|buddies|SENCos?|TAs?)\b",
    r"\b(?:support\w*|strateg\w+|teach\w*|taught|train\w*|help\w*|interven\w+|approach\w*|model\w*)",
    r"\b(?:agreed|planned|offered|given|provided|used|recorded|monitored|noticed|rehearsed|praised"
    r"|ignored|expected|allowed|shared|checked|reduced|prevented|avoided|met|kept|built|practised"
    r"|explained|discussed|known|tracked|addressed|managed)\b",
    r"\b(?:so that|without|instead|no|reduc\w+|prevent\w*|permission|choices?|options?|anti)\b",
)
_SUBJECT = _any_of(
    rf"^(?:{_DETERMINER} )*{_LEARNERS}(?=\s)(?! as\b)",
    rf"^(?:(?:the|a|an|some|many|this|each|every) )(?:[\w-]+ )?{_LEARNER} (?:who|with|is|has|may)\b",
    r"^(?:he|she|they)\b",
)
_ANNOUNCED = _any_of(
    r"^(?:[a-z]+ )?(?:signs|symptoms|indicators|difficulties)(?: of (?:need|difficulty))? ?:(?= ?\w)"
)
_CONDITION = (
    r"(?:autism|autistic|as[dc]|adhd|add|dyslexia|dyspraxia|dyscalculia|dysgraphia|dcd|pda|odd|ocd|ptsd"
    r"|epilepsy|diabetes|asthma|(?:cerebral )?palsy|down['’]?s syndrome|tourette['’]?s(?: syndrome)?|anxiety"
    r"|depression|trauma|deafness|blindness|(?:hearing|vision|visual|multi-sensory) (?:loss|impairment))"
    r"(?: (?:spectrum|disorder|condition|difficulties))*"
)
_NAMED = _any_of(
    rf"^{_CONDITION}(?:(?:,? and |, |/| / ){_CONDITION})*$",
    r"^(?:has |have )?(?:been )?(?:diagnosed with|a diagnosis of|diagnosis of)\b|^delay(?:s|ed)? in\b",
    r"^(?:(?!support|help|strateg|for\b|with\b|of\b|on\b|about\b|in\b|to\b|(?!hearing\b|learning\b|processing\b)\w+ing\b)"
    r"[\w-]+ ){1,3}(?:difficulties|delays?|disorders?|impairments?|deficits?)$",
)
_OWNED = _any_of(rf"^(?:the|a|this|each) {_LEARNER}['’]s\b", r"^(?:his|her|their)\b")
_DONE_WELL = _any_of(
    r"\b(?:have|has|given|gain) (?:\w+ )?(?:access|a|an|the|time|regular|daily|their|opportunit\w+"
    r"|choices?|somewhere|someone|clear)\b",
    r"\b(?:are|is|be) (?:\w+ly |also |always |never |then |not )?(?:\w+ed|given|taught|shown|told"
    r"|known|seen|met|put|kept|built|heard|made|set|able|free|part|clear|involved)\b",
    r"\b(?:knows?|uses?|keeps?|takes?|tak(?:e|es) part|practises?|chooses?|shares?|leads?|joins?"
    r"|decides?|contributes?|plans?|explains?|reviews?|understand|begins?|sits?|gets?|receives?"
    r"|plays? (?:a|an)|takes? turns|records?|sets?|helps?|writes?|reads?|see|hear|make|learn to"
    r"|will|should|must|need to|can (?:see|hear|reach|choose|use|ask|go|leave|find|take|tell|move"
    r"|work|join|access)|work|start|meet|feel (?:safe|part|able|welcome|valued)|talk|wear|carry)\b",
)
_BEST = re.compile(r"\blearn best\b", re.IGNORECASE)
_FACT = _any_of(
    r"\b(?:one|two|three|\d+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+)\b",
    r"\blearn best\b|\bmatters? (?:for|because)\b|\blowers? stress\b|\bis available (?:from|at|on)\b",
    r"\bmakes? \w+ (?:hard|harder|difficult|easier)\b",
    r"^this (?:page|guide|section|document|list) ",
)
_SERVICE = _any_of(
    r"^(?:the |our |a )?(?:[\w-]+ ){0,4}(?:team|service|council|authority|charity|sendiass|camhs)"
    r" (?:meets?|gives?|offers?|runs?|provides?|works?|holds?|visits?|is|has|can|will)\b",
    r"^(?!.*\b(?:with|from|by|to|for|and|support staff)\b.*$)[\w' -]*"
    r"\b(?:team|service|helpline|desk|charity|drop[- ]in)$",
    r"\b(?:helpline|duty (?:line|desk)|sendiass)\b|^.{0,40}\bservice referral$",
    r"\bdrop[- ]in\b.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2} ?[ap]m\b",
)
_REACHED = _any_of(r"\bext(?:ension|\.)? ?\d{2,}\b")
_SCRAP = _any_of(
    r"^\W*\w?\W*$",
    r"^\W*(?:tbc|tba|tbd|n/?a|none|nil|to follow|to be (?:confirmed|added|agreed|decided))\W*$",
    r"^(?:insert|add) (?:a |the )?(?:picture|photo|image|logo|text|table|link)\b.*$",
    r"^(?:photo(?:graph)?|picture|image|caption|quote|example|case study)(?: (?:of|from)\b.*|:.*)$",
    r"^(?:figure|fig\.?|table|section|appendix|chapter|diagram) \d+[a-z]?\b.*$",
    r"^(?:see|go to|turn to) (?:page|appendix|section|chapter)\b.*$",
    r"\(pages? \d+\)$|\.{2,} ?\d+$",
    r"^\W*(?:yes|no|ditto|as (?:above|below|before)|to be completed|(?:year|term) \d{1,2}"
    r"|\d+ (?:minutes?|mins|hours?|days?|weeks?))\W*$",
    r"«[^»]*»|\bError! (?:Reference|Bookmark)|_{3,}|\.{6,}|\[(?:pupil|child|learner|student|name)[^\]]*\]|\((?:pupil|child|student)(?:['’]s)? name\)",
    r"^X{1,4} (?:will|is|has|needs|should|can|uses)\b",
)
_NUMBERED = re.compile(r"([A-Za-z]+)[.…\s]+\d{1,3}$")
_COUNTING = re.compile(
    r"(?:year|years|stage|wave|tier|level|range|to|of|at|age|aged|least|most|every|minimum|maximum|phase|step|grade|key|ks"
    r"|by|for|size|point|than|and|or|until|in|font|standard|over|under|about|around|band|element|part|group|room|set|day|week|count|line|from|with|up|pt)",
    re.IGNORECASE,
)
_TOLD = frozenset({"descriptive", "noun-phrase", "gerund"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What a text seems to be instead of advice, the words that show it, and why."""

    role: Role
    quote: str
    why: str


def leads_in_signs(lead_in: str) -> bool:
    """Whether a lead-in announces what pupils do, rather than what is done for them."""
    words = lead_in.strip().rstrip(":").strip()
    if _LED_IN.search(words):
        return not re.search(r"\bgood practice\b|\bsuccess\b|\bwhat works\b", words, re.IGNORECASE)
    return bool(_SPEAKS_OF_LEARNERS.search(words)) and not _LEAD_OF_ADVICE.search(words)


def sign_of(text: str, voice: str) -> Sign | None:
    """Return what a text is instead of advice, where its words show it; None: nothing does."""
    plain = text.strip().rstrip(".;,")
    if found := _SCRAP.search(plain) or _REACHED.search(plain):
        return Sign(Role.EMPTY_OF_MEANING, found[0], "a scrap or an address")
    if voice not in _TOLD:
        return None
    return _contents(plain) or _of_pupils(plain, voice) or _of_others(plain)


def _contents(plain: str) -> Sign | None:
    found = _NUMBERED.search(plain)
    if found and not _COUNTING.fullmatch(found[1]) and not plain[0].isdigit():
        return Sign(Role.CONTENTS_LIST, found[0], "ends in a page number")
    return None


def _of_pupils(plain: str, voice: str) -> Sign | None:
    if named := _ANNOUNCED.search(plain) or _NAMED.search(plain):
        return Sign(Role.INDICATOR, named[0], "names a difficulty and no help")
    subject = _SUBJECT.search(plain) or (voice == "descriptive" and _OWNED.search(plain)) or None
    if subject and not _BEST.search(plain) and not _DONE_WELL.search(plain):
        return Sign(Role.INDICATOR, subject[0], "tells what pupils do")
    behaviour = _BEHAVIOUR.search(plain)
    if behaviour and _WHEN.search(plain[: behaviour.start()]):
        return None
    if behaviour and plain.lower().startswith("not "):
        return Sign(Role.INDICATOR, behaviour[0], "tells what pupils leave undone")
    if behaviour and not _GIVEN.search(plain[: behaviour.start()] + plain[behaviour.end() :]):
        return Sign(Role.INDICATOR, behaviour[0], "tells of behaviour and of no help")
    return None


def _of_others(plain: str) -> Sign | None:
    if found := _SERVICE.search(plain) or _FACT.search(plain):
        return Sign(Role.CONTEXT, found[0], "tells a fact or names a service")
    return None
