"""Proper nouns of this field that are nobody's name, and first names that are also in dictionaries.

Each council adds its own to the settings (`names`).
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SECTOR = _words("""
    send sen sencos senco sendco sendcos sendiass ehcp ehc ks ks1 ks2 ks3 ks4 eyfs pshe rshe rse
    ofsted dfe eef nasen camhs elsa elsas elklan makaton widgit pecs numicon cuisenaire dienes
    boxall wellcomm nuffield neli thrive lego braille clicker blob colourful semantics talkboost
    teacch attention autism adhd asd asc ebsa ebsna iep ieps ipp irlen moon britain british england
    english wales welsh ireland irish scotland scottish uk european america american french
    spanish german polish urdu punjabi arabic latin maths january february march april may june
    july august september october november december monday tuesday wednesday thursday friday
    saturday sunday christmas easter ramadan eid diwali christian christians muslim muslims jewish
    hindu sikh ipad ipads iphone google microsoft windows word excel powerpoint onenote teams zoom
    youtube apple android kindle chromebook chromebooks facebook whatsapp instagram tiktok internet
    bloom bloom's blooms blank blanks lexia nessy toe toe-by-toe accelerated beat dyslexia
    tourette tourette's tourettes down downs syndrome asperger asperger's aspergers rett perthes
    crohn crohn's parkinson heimlich vygotsky maslow piaget bruner rosenshine hattie siegel bowlby
    kagan shanker dweck zones goldilocks pythagoras shakespeare victorian victorians roman romans
    tudor tudors viking vikings greek greeks egyptian egyptians stonewall childline samaritans nspcc
    barnardo barnardo's mind kooth headspace ican afasic sensory-circuits drawwrite inprint
    communicate boardmaker symwriter grid proloquo2go ot ots salt slt ep eps qtvi qtod tod tods
    hlta hltas slt slts imp mic oap oaip opal local offer equality act code practice spag phonics
    strengths difficulties questionnaire sdq peep peeps pep peps paces pace playful acceptance
    curiosity empathy incredible years solihull triple theraplay rapport lifeskills dough disco
    funky fingers write dance speed up teodorescu hi vi msi pd slcn eal mld sld pmld spld semh
    covid covid-19 nhs gp gps hmi ucas btec btecs gcse gcses sats sat phab velcro blu-tack blutack
    fahrenheit celsius leuven bsquared b-squared sandwell snap rapid conners vanderbilt motional
    leeds calderdale yorkshire
    """)
"""Products, programmes, bodies, languages, seasons, eponyms: capitals that name no person here."""

FIRST_NAMES = _words("""
    adam aisha alex alfie alice amelia amir amy andrew anna anthony archie arthur ava ben benjamin
    beth billy callum charlie charlotte chloe chris christopher daisy daniel darren dave david
    dylan ella ellie emily emma ethan eva evie faith fatima finley florence freddie freya gary
    george georgia grace graham hannah harriet harry hassan helen henry holly hope ian ibrahim
    isabella isla ivy jack jacob jake james jamie jane jason jasmine jayden jessica joe john jordan
    joseph josh joshua joy julie kai karen kate katie keith kevin kyle laura lauren leah leo leon
    lewis liam lily linda logan lola louis louise lucas lucy luke maria mark martin maryam matilda
    matthew max megan mia michael michelle mohammed molly muhammad nathan nicola noah oliver
    olivia omar oscar owen paul peter phoebe poppy rachel rebecca reuben rhys richard riley robert
    rose rosie ruby ryan sam samuel sarah scarlett sean sebastian simon sophia sophie stephen steve
    steven stuart summer susan teddy theo thomas toby tom tracey tyler wayne will william yusuf zac
    zara zoe
    """)
"""Common first names: a dictionary knows many of them as words."""
