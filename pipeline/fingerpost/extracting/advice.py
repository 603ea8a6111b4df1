"""A sentence in, whether it tells adults what to do out, mostly by its first words."""

import re

from fingerpost.extracting.wording import normalised, vocabulary

_VERBS = vocabulary("""
    acknowledge act adapt add address adjust agree aim allocate allow anticipate apply appoint approach arrange ask
    assess assign attend audit avoid balance base be begin book break brief bring build buddy calm capture carry
    catch celebrate change check choose chunk clarify coach collect combine communicate complete conduct connect
    consider consult continue contribute control cover create cue cut decide delegate deliver demonstrate describe
    design develop differentiate direct discuss display divide do draw embed emphasise empower enable encourage
    engage enlarge ensure equip establish evaluate examine expect explain explore expose extend face facilitate fade
    feed find fit focus follow foster gain gather generate get give greet group guide hand have hear help highlight
    hold identify ignore implement improve include increase inform instruct introduce invite involve join keep know
    label lead learn leave let limit link list listen look lower maintain make manage mark match meet minimise model
    modify monitor motivate move name narrate narrow never notice observe offer open organise pack pair pass pause permit pick
    place plan play point position praise practise pre-teach prepare prepopulate present prevent print prioritise
    produce promote prompt protect provide publish put question raise read recap recast recognise record redirect
    reduce refer reflect rehearse reinforce remember remind remove repeat rephrase replace report request research
    respect respond restore reteach reveal review revisit reward rotate run scaffold schedule screen seat see seek
    select send separate sequence set share show sign signal signpost simplify sit slow speak specify split spread
    stand start state stick stop store structure suggest summarise supervise supply support take talk target teach
    tell test think time touch track train transfer treat try turn understand update use value vary verbalise visit
    walk warn watch wear weave welcome wait withdraw work write
    always avoid dont only when where regularly explicitly carefully quietly gently consistently wherever whenever
    """)
_ADULTS = (
    r"(?:all |every |the |our |any |each |class |subject |key |trained |known )*"
    r"(?:adults?|staff|teachers?|teaching assistants?|tas?|practitioners?|schools?|settings?|leaders?|governors?"
    r"|sencos?|sendcos?|senco team|senior leaders?|lunchtime staff|support staff|teams?|we|you|tutors?|key workers?)"
)
_MODAL = r"(?:will|should|can|could|need to|are expected to|is expected to|must|may|might|always|regularly|also)"
_ADULTS_DO = re.compile(rf"^(?:in lessons |at all times )?{_ADULTS}(?: \w+){{0,4}}? {_MODAL}\b")
_WE_DO = re.compile(r"^(?:we|our staff|leaders|staff|teachers|adults|practitioners|governors) \w+")
_DONE_FOR = re.compile(
    r"\b(?:should|will|can|could|need to|must) be \w+|\bis expected\b|\bare expected\b"
)
_CHARGED = re.compile(
    rf"^(?!we |you ){_ADULTS}(?: \w+){{0,4}}? (?:will|should|must|needs? to|(?:is|are) expected to)\b"
    r"|^(?!(?:to|all|you|your|we|they|i|the following) )(?:\w+ ){1,6}?(?:should|must) be (?:\w+ly )?\w*(?:ed|en|wn|pt|ut|ade|ght|et|ld|nt)\b"
)
_GERUND = re.compile(r"^[a-z]+ing \w+")
# "Reading is a joy", "Hearing loss can come and go": the gerund is what the sentence is about.
_SUBJECT = re.compile(
    r"^(?:during|nothing|something|anything|everything|morning|evening|according|following|being)\b"
    r"|^(?:(?!that\b|how\b|what\b|when\b|where\b|who\b|which\b|if\b|so\b)\w+ ){1,5}(?:is|are|was|were|can|may|might|could|has|have|had|helps?|means?|makes?|needs?|takes?|matters?)\b"
)
_OF_ALL = vocabulary("every each all many most some no few this these it they there")
_RELATIVE = re.compile(r" (?:that|which|who|where)\b.*")
_LONGEST_NAME = 15
_SAYS_SOMETHING = re.compile(
    r"^(?:\w+ ){0,5}?(?:is|are|was|were|has|have|had|can|may|might|could|will|does|do|needs?|helps?|means?|makes?|takes?|learns?)\b"
)
_TELLS = re.compile(r"[:?]\s*$")
_ABOUT_THE_TEXT = re.compile(
    r"\b(?:this|these|the|one|each|any) (?:[a-z]+ )?(?:guide|guidance|document|booklet|handbook|section|page|pages|chapter"
    r"|table|tables|list|lists|grid|matrix|rows?|columns?|ideas|suggestions|strategies|examples)\b|\b(?:below|overleaf|in this section)\b"
)


def instructs(text: str) -> bool:
    """Say whether a sentence tells adults to do something: an instruction, a gerund, "staff should"."""
    plain = normalised(text)
    told = _is_instruction(plain) or _ADULTS_DO.match(plain) or _DONE_FOR.search(plain)
    return bool(told) and _ABOUT_THE_TEXT.search(plain) is None


def describes_practice(text: str) -> bool:
    """Say whether a sentence tells what adults do, as if they did it already ("Staff greet …")."""
    return _WE_DO.match(normalised(text)) is not None and not is_about_the_text(text)


def is_about_the_text(text: str) -> bool:
    """Say whether a sentence speaks of the guidance itself ("The ideas below …")."""
    return _ABOUT_THE_TEXT.search(normalised(text)) is not None


def is_named_thing(text: str) -> bool:
    """Say whether a short line names a thing to have in place ("A worry box in each room")."""
    plain = normalised(text)
    if len(plain.split()) > _LONGEST_NAME or plain.partition(" ")[0] in _OF_ALL:
        return False
    plain = _RELATIVE.sub("", plain)
    return _SAYS_SOMETHING.search(plain) is None and _TELLS.search(text) is None


def begins_with_verb(text: str) -> bool:
    """Say whether a sentence begins with what is to be done: a verb that instructs, or a gerund."""
    return _is_instruction(normalised(text))


def charges_adults(text: str) -> bool:
    """Say whether a sentence says what others are to do ("Staff will …"), or what should be done."""
    return _CHARGED.match(normalised(text)) is not None


def _is_instruction(plain: str) -> bool:
    first = plain.partition(" ")[0]
    return first in _VERBS or (_GERUND.match(plain) is not None and not _SUBJECT.match(plain))
