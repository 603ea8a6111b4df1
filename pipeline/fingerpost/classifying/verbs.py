"""The verbs of guidance, as word lists for telling an instruction from a thing.

A list of this field serves better than a general tagger: statements are short, often without a
full sentence, and their first word decides.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[str]:
    return frozenset(" ".join(pair.split()) for pair in text.split(","))


PLAIN = _words("""
    accept acknowledge act adapt add adhere address adjust adopt agree allow alternate anticipate apply
    arrange ask assess assign assist assume attend audit avoid bear become begin bring build call
    carry celebrate challenge change check choose chunk clarify collaborate collect combine come
    comment communicate complete conduct confirm connect consider consult continue contribute
    convert co-create co-design co-ordinate coordinate create cut deal decide decrease define
    deliver demonstrate describe design develop differentiate direct discuss distribute divide do
    draw educate elicit eliminate embed emphasise employ empower enable encourage engage enhance
    enlarge ensure establish evaluate examine expand expect explain explicitly explore express
    extend facilitate fade feed fill find fit fix flag follow foster gain gather generate get give
    go grow guarantee guide have hear help highlight hold identify ignore implement improve include
    incorporate increase inform initiate insist install instruct integrate introduce invest
    investigate invite involve judge keep know lay lead learn leave let liaise limit listen locate
    lower maintain make manage mark maximise meet minimise mix modify motivate move narrate
    negotiate nominate normalise note notice nurture obtain offer open organise pair permit
    personalise pick pitch point practise pre-teach prepare prevent prioritise produce promote
    prompt provide publish push put raise reassure recall recap recast recognise recommend reduce refer
    reflect regulate reinforce relate remember remind remove repeat replace request respect respond
    restate retain retell reteach revisit reward rotate run say schedule see seek select send
    separate serve set settle share show signpost simplify sit slow solve speak specify split spot
    stagger stand start stay steer step stick stop strengthen stress stretch substitute suggest summarise
    supplement supply take talk teach tell test think tie track train translate treat try turn
    understand undertake update upskill use utilise value vary verbalise visit wait weave welcome
    widen wonder write
    """)
"""Verbs that a statement does not begin with as nouns."""

DOUBLE = _words("""
    access address aim answer approach balance base break buddy care cause cap chart check clear
    close complete contact control copy cover credit cue debate display distance dim draft
    encounter exchange exercise experience face field focus form frame function fund group hand
    handle head home host interest issue join label layer level lift light limit line link list
    look map match measure mentor minimise model monitor name need notice number observe order
    outline own pace peer place plan play position post practice praise present print process
    profile programme question quiet rate reach read record rehearse rephrase report rest result
    return review reword risk-assess role-play scaffold screen scribe seat sequence shape shadow
    sign signal space stage state store structure study support survey table target task time
    touch trace transfer trust view voice warn watch weigh work
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
    closely, work towards, work to, work alongside, work together, plan for, plan in, plan
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
