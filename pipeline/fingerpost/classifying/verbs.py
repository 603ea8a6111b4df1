"""The verbs of guidance, as word lists for telling an instruction from a thing.

A list of this field serves better than a general tagger: statements are short, often without a
full sentence, and their first word decides.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[str]:
    return frozenset(" ".join(pair.split()) for pair in text.split(","))


def singular(verb: str) -> str:
    """Take the ending off a verb in the third person: "tries" is "try"."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("ches", "shes", "sses")) else verb[:-1]


PLAIN = _words("""
    accept acknowledge act adapt add address adhere adjust adopt agree allow alternate anchor
    anticipate apologise appear apply appoint arrange ask assess assign assist assume attend
    audit avoid bear become begin boost borrow breathe bring build call calm carry catch
    celebrate challenge change chant check choose chunk clap clarify co-create co-design
    co-ordinate collaborate collect colour-code combine come comment communicate complete
    conduct confirm confuse connect consider consult continue contribute convert coordinate cope
    create crouch cultivate cut de-escalate deal decide decrease dedicate define defuse delay
    delegate deliver demonstrate depend describe design develop dictate differentiate direct
    discourage discuss dislike distribute divide do draw educate elicit eliminate embed
    emphasise employ empower enable encourage engage enhance enjoy enlarge enlist enquire enrich
    ensure entrust equip escort establish estimate evaluate exaggerate examine expand expect
    explain explicitly explore express extend facilitate fade feed fetch fill find fit fix flag
    follow forewarn forget foster freeze front-load frontload gain gather gauge generate get
    give go greet grow guarantee guide harness have hear help hesitate hide highlight hire hold
    honour hurry identify ignore illustrate imagine immerse implement improve include
    incorporate increase induct inform initiate insist install instruct integrate interpret
    interrupt intervene introduce invest investigate invite involve jot judge justify keep kneel
    know laminate lay lead learn leave lend let liaise limit listen loan locate lose lower
    maintain make manage mark maximise meet mend mime minimise mirror misinterpret misunderstand
    mix modify motivate move narrate negotiate nominate normalise note notice nudge nurture
    obtain offer open organise over-learn overlearn pair permit personalise pick pinpoint pitch
    point pour practise pre-empt pre-teach prefer prepare prevent preview prioritise probe
    produce promote prompt pronounce protect provide publish pull push put raise re-frame react
    reassure recall recap recast recite recognise recommend recruit redirect reduce refer
    reflect reframe refuse regroup regulate rehearse reinforce relate relocate rely remain
    remember remind remove repeat rephrase replace request reserve resist resolve respect
    respond restate restrict retain reteach retell revisit reward reword rid risk-assess roll
    rotate rub run say schedule scoop see seek seem select send separate serve set settle share
    shield shorten show signpost simplify sing sit slow smile soak soften solve sow speak
    specify spell spend split spot squeeze stagger stand start stay steer step stick stop
    strengthen stress stretch strive struggle substitute suggest summarise supplement supply
    swap tackle tailor take talk teach tell test think throw tidy tie tilt tire track train
    translate treat trial try tuck turn underline understand undertake unpack unpick update
    upskill urge use utilise validate value vary verbalise vet visit wait walk warm warn wean
    wear weave welcome whisper widen withdraw wonder wrap write
""")
"""Verbs that a statement does not begin with as nouns."""

DOUBLE = _words("""
    access aim answer approach balance base book break brief buddy cap care cause chart clear
    close coach contact control copy count cover credit cue date debate dim display distance
    double draft encounter exchange exercise experience face field film finish focus form frame
    free function fund group hand handle hang head home host interest issue join label layer
    level lift light line link list lock log look map mask match measure mentor model monitor
    name need nod number observe order outline overlay own pace pass pause peer photograph place
    plan play position post practice praise present preserve press print process profile
    programme query question quiet rate reach read record report resource rest result return
    review ring role-play rule sample save scaffold scan screen scribe seat sense sequence
    shadow shape sign signal sketch slip sort sound space square stage state stock store
    structure study support survey swing switch table tap target task time touch trace transfer
    trust type video view voice wash watch weigh word work zone
""")
"""Words that are verbs or nouns; what follows decides."""

THINGS = _words("""
    training seating reading writing learning teaching listening handwriting spelling signing timing
    building processing lighting counselling mentoring coaching playing questioning parenting
    grouping planning setting meeting opening thing nothing something anything everything morning
    evening wellbeing being scaffolding modelling turn-taking role-playing labelling thinking
    """)
"""Words on -ing that begin a noun as often as an action."""

MODALS = _words("will would should must shall")
"""Words that ask."""

MAY = _words("may might can could cannot can't")
"""Words that tell what is possible."""

SUBJECTS = _words("""
    staff adults adult teacher teachers leader leaders governors governor senco sencos sendco
    sendcos practitioner practitioners ta tas assistants assistant pupils pupil children child
    learners learner students student cyp people person families family parents parent carers carer
    everyone someone nobody school schools setting settings headteacher headteachers peers
    colleagues professionals tutors keyworkers mentors team teams class
    """)
"""Who acts, where a statement tells what is done."""

LEARNERS = _words("pupils pupil children child learners learner students student cyp they he she")
"""Who is described, rather than asked, where a lead-in says what they may do."""

BEING = _words("is are has have does was were isn't aren't hasn't haven't doesn't")

ADVERBS = _words("""
    always never also first then regularly consistently actively clearly explicitly routinely
    carefully gently gradually frequently ideally initially please sensitively proactively
    positively only just simply where possible daily when not don't
    """)
"""Words that may stand before an instruction's verb."""

DETERMINERS = _words("""
    a an the this that these those any all each every some both no one two three more less fewer
    your their his her its our my them him it us me how what when where which whether who to out up
    down back into pupils children learners students cyp staff adults parents families everyone
    peers others extra additional regular clear short simple visual specific positive new
    """)
"""What follows a word that is used as a verb."""

PREPOSITIONS = _words("""
    of from for in at by on under between during as and or is are with who which
    """)
"""What follows a word that is used as a noun; some verbs take them too."""

VERB_PAIRS = _pairs(
    """
    look for, look at, look after, look into, look out, work with, work in, work on, work
    closely, work towards, work to, work alongside, pass on, pass round, pass to, work together, plan for, plan in, plan
    ahead, check for, check in, check on, check with, check that, focus on, play with, play
    alongside, watch for, watch out, aim for, aim to, read with, read to, read aloud, join in,
    link with, link to, link in, base on, screen for, care for, monitor for, record in,
    present in, list in, seat near, seat at, seat away, sign to, contact with, time for
    """
)
"""Pairs in which such a word is a verb before a preposition."""

COMPOUNDS = _pairs(
    """
    time out, time limits, work station, work stations, work space, group work, group sizes,
    group sessions, group activities, group interventions, support plan, support plans,
    support staff, support groups, support group, model answers, model texts, display boards,
    check list, check lists, record keeping, question prompts, question cards, label makers,
    home visits, home learning, home link, peer support, peer mentors, peer mentoring, peer
    groups, peer modelling, play therapy, play leaders, task plans, task boards, task lists,
    task cards, task strips, target cards, target sheets, reading books, reading pens, number
    lines, number squares, line guides, voice recorders, touch typing, screen readers, rest
    breaks, quiet space, quiet spaces, quiet area, quiet areas, quiet time, quiet corner,
    quiet room, role-play, buddy system, buddy systems, card games, exercise books, care plan,
    care plans, light boxes, hand signals, hand rails, table tops, head phones, clear
    routines, clear rules, clear expectations, clear boundaries, clear instructions, clear
    language, clear structure, structure and, access to, access arrangements, sign language,
    cue cards, level access, print size, space to, process charts, transfer plans, need for,
    own space, break times
    """
)
"""Pairs that begin with such a word and name a thing."""
