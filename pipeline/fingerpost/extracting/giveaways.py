"""A line in, the role its own words give away out, where no heading need say it."""

import re

from fingerpost.extracting.wording import one_line, remembered, vocabulary, word_count
from fingerpost.strategies import Role

# Bounded, so that a long run of letters does not cost its square.
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+"
_PHONE = r"(?:\+44\s?|\(?0)\d(?:[\s()-]?\d){8,10}"
_ADDRESS = re.compile(rf"{_MAIL}|{_PHONE}")
_NUMBER = re.compile(_PHONE)
_CONTACT_START = re.compile(
    r"(?i)^(?:contacts?(?: us| details?)?|e-?mail|tel(?:ephone)?|phone|website|web|address|post|twitter|opening hours)\s*:"
)
_TELL_US = re.compile(
    rf"(?i)(?:{_MAIL}|{_PHONE})[\s.)]*$|^(?:please )?(?:contact|e-?mail|ring|call|phone) .*(?:{_MAIL}|{_PHONE})"
)
_WHEN = (
    r"(?:v?\d|(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
)
# Labels that only document control has, and words that need a date after them to be such labels.
_CONTROL = re.compile(
    r"(?i)^(?:(?:document (?:control|owner|history|reference|status|title)|version(?: (?:number|control|history|no\.?))?"
    r"|authors?|authored by|(?:approved|agreed|adopted|ratified|published|issued|reviewed|updated|prepared|written|produced)(?: by| on)"
    r"|publication date|date (?:of (?:issue|publication|(?:next |last )?review|approval)|approved|published|issued|adopted)"
    r"|issue date|(?:next |last )?(?:review|revision|update)(?: date| due)|(?:next|last) (?:review|revision|update)"
    r"|last (?:updated|reviewed|revised)|(?:to be |due for )review(?:ed)?|file ?name|document owner)"
    rf"\s*(?::|{_WHEN})"
    r"|(?:owner|status|reference(?: number)?|classification|distribution)\s*:(?: \S+){0,4}$"
    r"|(?:review(?:ed)?|revised|issued?|edition|updated?|approved|agreed|adopted|published|produced|date)\b"
    rf"[\s:]*(?:in |on |by |due )?{_WHEN}(?:[\s\w/.,]{{0,24}})$)"
)
_CONTROL_LABEL = re.compile(
    r"(?i)(?:document )?(?:control|owner|history|reference(?: number)?|status|title|date|version(?: (?:number|control|history|no\.?))?"
    r"|issue(?: date)?|edition|authors?|(?:date )?(?:approved|agreed|adopted|ratified|published|issued|reviewed|updated|prepared|written|produced)(?: by| on)?"
    r"|publication date|date of .*|(?:next |last )?(?:review|revision|update)(?: date| due)?|last (?:updated|reviewed|revised)"
    r"|due for review|file ?name|classification|distribution)"
)
_BOILERPLATE = re.compile(
    r"(?i)^\W*(?:©|copyright\b)|^page \d+(?: of \d+)?$|^\d+ \| ?page"
    r"|^(?:this|if you|to (?:request|ask)|for (?:a|an|other)|please contact|copies)\b.*\b(?:other|another|alternative|different) (?:languages?|formats?)\b"
    r"|^(?:back to (?:the )?(?:top|contents)|click here|continued (?:overleaf|on next page))\W*$|^draft\W*$"
    r"|^(?:tbc|tba|tbd|to (?:be )?(?:confirmed|follow)|lorem ipsum\b.*|\[?(?:insert|add|type) (?:a |your |the )?(?:\w+ )?(?:here|name|picture|photo|image|logo|text)"
    r"(?: here)?\]?|click (?:or tap )?(?:here )?to (?:enter|add|choose|select|type|insert)\b.*|choose an item|enter (?:\w+ ){1,3}here"
    r"|\[(?:insert|add|enter|type|name|pupil|child|school|date)\b[^\]]*\]|(?:table|figure|fig\.?|photo|picture|image|diagram) \d+\w?|(?:photo(?:graph)?|picture|image|credit)s?(?: credit| by)?:.*)\W*$"
)
# Sought all through small letters: without regard to case it would take five times as long.
_BOILERPLATE_WITHIN = re.compile(
    r"©\s*\w|\b(?:all rights reserved|intentionally (?:left )?blank|printed copies (?:are|of)"
    r"|uncontrolled (?:when|if|once) printed)\b"
)
_IN_BOILERPLATE = ("©", "rights reserved", "blank", "printed")
_PART = r"(?:section|pages?|appendix|annex|chapter|part \w+\b|above|below|overleaf)\b"
_CROSS_REFERENCE = re.compile(
    rf"(?i)^\W*(?:n\.?b\.?:? ?)?(?:please )?(?:also )?(?:see|refer to)(?: also\b| (?!that\b)(?:[^.]{{0,60}} )?{_PART})"
    r"|^\W*(?:please )?(?:also (?:see|refer to|look at|read)|see also|(?:look at|read|turn to|go to) also)\b"
    r"|^\W*(?:please )?(?:turn|go|look|read) (?:to |at )?(?:the )?(?:section|appendix|annex|page \d)"
    r"|^for (?:more|further) (?:information|detail|guidance|advice|ideas)\b.{0,80}\b(?:see|visit|go to|contact|refer)\b"
)
_LAW = re.compile(
    r"\b(?:by law|in law|statutory|legal(?:ly)?|legislation|regulations?|(?:equality|children(?:'s|’s)? and families|education|care) act"
    r"|code of practice|public sector equality)\b"
)
_OBLIGED = re.compile(
    r"\b(?:must|shall|(?:a|the|their|legal|statutory) dut(?:y|ies)|required (?:by|to|under)|obliged|obligations?|have regard)\b"
)
_IN_OBLIGED = ("must", "shall", "dut", "require", "oblig", "have regard")
_REASON = re.compile(
    r"(?i)^(?:why\b|this is because\b|because\b|the (?:evidence|reason|research)\b|(?:the )?(?:research|evidence|studies) "
    r"(?:shows?|suggests?|tells?|finds?|from|on|is)\b|we know (?:that|from)\b|there is (?:good |strong )?evidence\b)"
)
_WAS_REVIEWED = re.compile(
    r"(?i)\b(?:was|is|were) (?:last |next |first )?(?:reviewed|updated|revised|published|approved|agreed|adopted|due for review|to be reviewed)"
    r" (?:in|on|by|again in) .*\b(?:19|20)\d\d\b"
)
_LEADERS = re.compile(r"[.\u2026_·]{3,}\s*\d+\s*$")
_RATINGS = vocabulary(
    "met not partially fully partly yes no n a na red amber green rag tick date initials emerging secure ✓ in place"
)
_PARTICULARS = re.compile(
    r"(?i)(?:(?:document )?title|(?:job )?title|role|name|position|team|section|service|department|pages?"
    r"|sign(?:ed|ature)(?: by)?|by|who|when|what|comments?|(?:summary|details?|reason)(?: (?:of|for))?(?: changes?)?"
    r"|changes?(?: made)?|amendments?)"
)
_WAYS_TO_REACH = re.compile(
    r"(?i)(?:e-?mail|tel(?:ephone)?|phone|mobile|contact|web(?:site)?)?"
    r"(?:(?:^| )(?:address|numbers?|no\.?|details))?"
)
# In words.
_LONGEST_LINE = 25
_LONGEST_CONTACT = 12
_LONGEST_RATING = 7
_LONGEST_LABEL = 5
# In characters.
_LONGEST_LEADERS = 80


@remembered
def role_of_words(text: str) -> Role | None:
    """Tell contacts, document control, boilerplate, cross-references, duties and contents lines by their words."""
    line = one_line(text)
    return next((role for role, says in _TESTS if says(line)), None)


def is_proved(text: str, role: Role) -> bool:
    """Say whether words that give a role away hold what only such words hold.

    An address or a number to ring, a year, a page or a section; under a heading that promises
    advice the rest may be advice that begins like one.
    """
    line = one_line(text)
    return role not in _PROOFS or _PROOFS[role].search(line) is not None


def tells_where_to_ask(text: str) -> bool:
    """Say whether a running paragraph is a contact, wherever in it the address stands."""
    return holds_address(text) and word_count(text) <= _LONGEST_LINE


def gives_reasons(text: str) -> bool:
    """Say whether a running paragraph starts as a reason for doing something."""
    return _REASON.match(one_line(text)) is not None


def is_rating(text: str) -> bool:
    """Say whether a cell holds only the words or boxes of a tick list ("Met / Partially met / Not met")."""
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and len(words) <= _LONGEST_RATING and all(word in _RATINGS for word in words)


def is_control_label(text: str) -> bool:
    """Say whether a table cell names a field of document control ("Version", "Next review")."""
    line = one_line(text).rstrip(": ")
    return word_count(line) <= _LONGEST_LABEL and _CONTROL_LABEL.fullmatch(line) is not None


def is_particular_label(text: str) -> bool:
    """Say whether a table cell may stand beside one of those ("Role", "Signature", "Change")."""
    line = one_line(text).rstrip(": ")
    return is_control_label(text) or _PARTICULARS.fullmatch(line) is not None


def is_contact_label(text: str) -> bool:
    """Say whether a table cell names a way to reach somebody ("E-mail", "Telephone")."""
    line = one_line(text).rstrip(": ")
    return bool(line) and _WAYS_TO_REACH.fullmatch(line) is not None


def holds_address(text: str) -> bool:
    """Say whether there is an e-mail address or a telephone number in the text."""
    if "@" in text:
        return _ADDRESS.search(text) is not None
    return ("0" in text or "+44" in text) and _NUMBER.search(text) is not None


def _is_contact(line: str) -> bool:
    if word_count(line) > _LONGEST_LINE:
        return False
    if not holds_address(line):
        return _CONTACT_START.match(line) is not None
    return _TELL_US.search(line) is not None or word_count(line) <= _LONGEST_CONTACT


def _is_control(line: str) -> bool:
    if word_count(line) > _LONGEST_LINE:
        return False
    return _CONTROL.match(line) is not None or _WAS_REVIEWED.search(line) is not None


def _is_boilerplate(line: str) -> bool:
    if _BOILERPLATE.match(line):
        return True
    lowered = line.lower()
    return _holds(lowered, _IN_BOILERPLATE) and _BOILERPLATE_WITHIN.search(lowered) is not None


def _is_cross_reference(line: str) -> bool:
    return word_count(line) <= _LONGEST_LINE and _CROSS_REFERENCE.match(line) is not None


def _is_duty(line: str) -> bool:
    lowered = line.lower()
    if not _holds(lowered, _IN_OBLIGED):
        return False
    return _LAW.search(lowered) is not None and _OBLIGED.search(lowered) is not None


def _is_contents_line(line: str) -> bool:
    return line[-1:].isdecimal() and _LEADERS.search(line[-_LONGEST_LEADERS:]) is not None


def _holds(text: str, parts: tuple[str, ...]) -> bool:
    """Say whether any part is in a text: far sooner told than by a pattern that needs one of them."""
    for part in parts:  # noqa: SIM110 - "any" would take twice the time
        if part in text:
            return True
    return False


_PROOFS = {
    Role.BOILERPLATE: re.compile(r"(?i)^(?!\W*copyright\b)|©|\b\d{4}\b|\brights\b|\bcouncil\b"),
    Role.CONTACT: re.compile(
        rf"{_MAIL}|{_PHONE}|(?i:https?://|www\.|\b[\w-]+\.(?:org|gov|com|ac|sch|co)\b)"
    ),
    Role.DOCUMENT_CONTROL: re.compile(
        r"(?i)\b(?:19|20)\d\d\b|\bv?\d+\.\d+\b|\b\d{1,2}[/.]\d{1,2}[/.]\d\d"
    ),
    Role.CONTENTS_LIST: re.compile(r"[.\u2026_·]{4,}\s*\d+\s*$|\u2026{2,}\s*\d+\s*$"),
    Role.NOTE: re.compile(
        r"(?i)\b(?:section|pages?|appendix|annex|chapter|part|table|figure) (?:\d|[a-z]\b)"
        r"|https?://|www\.|\b(?:above|below|overleaf|guide|guidance|policy|document|website|toolkit|leaflet|code of practice)\b"
        r"|\bfor (?:more|further) (?:information|details?)\b"
    ),
}
_TESTS = (
    (Role.BOILERPLATE, _is_boilerplate),
    (Role.CONTENTS_LIST, _is_contents_line),
    (Role.DOCUMENT_CONTROL, _is_control),
    (Role.CONTACT, _is_contact),
    (Role.NOTE, _is_cross_reference),
    (Role.DUTY, _is_duty),
)
