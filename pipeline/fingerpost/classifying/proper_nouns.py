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

COMMON = _words("""
    speech language therapy therapist therapists therapeutic teaching assistant assistants teacher teachers
    social story stories emotional mental health needs need communication interaction cognition learning
    sensory physical circuits circuit processing regulation quality first inclusive provision education
    educational psychology psychologist service services team plan plans support special school schools
    council local authority code practice profile profiles passport passports time circle friends friend
    group groups zone mindset growth safe place places places belongings box boxes reading recovery
    writing maths key stage year years level wave tier section sections appendix table page part annex
    standard standards early help family families parent parents carer carers pupil pupils child children
    young people person adult adults coordinator lead leader leaders headteacher head deputy governor
    governors forum hub centre college university academy nursery primary secondary reception foundation
    phase post policy policies framework toolkit guidance strategy programme project scheme award
    assessment assess do review reviews target targets outcome outcomes intervention interventions
    occupational physiotherapy physiotherapist paediatric visual hearing impairment deaf blind braille
    multi disability disabilities condition conditions syndrome disorder spectrum autistic dyspraxia
    dyscalculia dysgraphia attachment trauma anxiety nurture restorative precision positive behaviour
    handling individual personal care risk pastoral safeguarding designated mentor mentors mentoring
    worker link champion word aware talk talking listening attention now next then choice choices board
    boards traffic light lights brain gym gross fine motor skills skill movement yoga national curriculum
    society association trust foundation institute royal hospital clinic department government
    parliament act regulations big little book books one two three red green blue yellow orange
    purple black white gold silver north south east west world internet bible god house library hall
    lunch club breakfast homework homework's good morning hello please thank yes no okay i'm i i'll i've
    i'd mum dad nan mummy daddy miss sir english pe re art music drama science history geography
    computing design technology design french religious studies citizenship phoneme spotters mind map
    maps thinking hats journal diary home let's ta tas slt salt teaching's mr mrs ms makaton
    autumn summer winter spring term comic strip conversations tree taxonomy pens day days week month mainstream practice twitter way
    """)
"""Plain words that titles of staff, services, programmes and documents write with a capital."""

FIRST_NAMES = _words("""
    aadam aadil aaliyah aamir aaron aarav aarya abbas abbie abby abdi abdul abdullah abigail abu ada
    adam adaeze adama ade adebayo adel adele adil adina aditi aditya adnan adrian adriana afia afzal
    agata agnes agnieszka ahmad ahmed aidan aiden aimee aisha aishah aisling akash akira akua alain
    alan alana alasdair alastair albert alberto aleena aleksandra aleksander alena alessia alex alexa
    alexander alexandra alexis alfie alfred ali alice alicia alina alisha alison alistair alix aliyah
    allan allison alma aloysius alyssa ama amaan amal amanda amani amara amelia amelie amina amir
    amira amit amna amy ana anaya anastasia andre andrea andreea andrei andrew andy aneeka angel
    angela angelina angie angus anika anisa anita anjali ann anna annabel annabelle anne annette annie
    anthony anton antoni antonia anwar anya aoife april aqsa archer archie ariana arianna ariel arif
    arjun arlo armaan arnav arnold arooj arthur arun arya asad asha asher ashley ashraf asia asif
    asma astrid atif atticus aubrey audrey august augustus aurora austin ava avery aya ayaan ayan
    ayesha ayla ayo ayub aziz azra bailey barbara barnaby barry bartosz basil beata beatrice beau
    becky belinda bella ben benedict benjamin bernadette bernard bertie beryl beth bethan bethany
    betty beverley bianca bilal bilaal billie billy blessing blake bob bobby bogdan bonnie boris brad
    bradley brandon brenda brendan brian bridget brian bronte bronwyn bruce bruno bryan bryony caitlin
    caleb callum calum calvin cameron camilla candice carl carla carly carmen carol caroline carolyn
    carrie carter casey cassandra cassie catherine cathy cecilia cedric celeste celia celine chantelle
    charlene charles charley charlie charlotte chantal chelsea cheryl chidi chidera chike chinedu
    chioma chinonso chloe chloé chris christina christine christopher chukwu ciara claire clara clarence
    claudia clement clive cody colin connie connor conor constance cora corey courtney craig crispin
    curtis cynthia cyril cyrus dafydd daisy daisy-mae dale damian damien dan dana daniel daniela danielle
    danny daphne darcey darcy daria darius darragh darren daryl dave david dawid dawson deborah debbie
    declan deepa deepak deirdre delilah delroy denis denise dennis denzel derek deshawn destiny devon
    dexter diana diane diego dilan dinesh dmitri dolly dominic dominik dominika donald donna doreen
    doris dorothy douglas duncan dylan eamonn ebony eddie eden edgar edie edith edmund eduard edward
    edwin efe eileen eilidh elaine elaina eleanor elena eli eliana elias elijah elin eliot elisa elise
    elisha eliza elizabeth ella elle ellen ellie elliot elliott ellis elsa elsie elspeth emanuel emeka
    emil emilia emilie emily emma emmanuel emmett enrique enya eoin eric erica erik erin ernest erica
    esha esme esmé esther ethan ethel eugene eva evan evangeline eve evelyn evie ewa ewan ezekiel ezra
    fabian faisal faiza faizan farah farhan faris farida faria fatema fathima fatima fatimah fatou fatoumata
    felicity felix femi fergus fernando ferne ffion fiaz filip finlay finley finn finnley finnian fiona
    flora florence florian folake fran frances francesca francis francisco frank frankie franklin fraser
    fred freddie freddy frederick freya gabriel gabriela gabriella gabrielle gareth garry gary gavin
    gemma gene geoff geoffrey george georgia georgie georgina gerald geraldine gerard gertrude ghulam
    gideon gillian gina giorgio giovanni gisele gladys glenn gloria gordon govind grace gracie graham
    grayson greg gregory greta gulsen gurpreet gus guy gwen gwendolyn habib habiba hadi hadiya hafsa
    haider hailey hakim haleema halima halimah hamish hamid hamza hana hanna hannah hari haris harjit
    harleen harley harper harpreet harriet harrison harry harvey haseeb hasan hasnain hassan hattie
    hayden hayley heather hector heidi helen helena helene henrietta henry herbert hermione hilary hiba
    hilda holly howard hubert huda hudson hugh hugo humaira humphrey husna hussain hussein ian ibrahim
    ibtisam idris ife ifeoma ifra igor ikram ilyas iman imani imogen imran inaya indie indigo indira
    ines ingrid ioan ioana iqra ira irene irfan irina isaac isabel isabella isabelle isha ishaan ishaaq
    isiah isla ismael ismail isobel israel issa ivan ivana ivo iwona izaan izabela izzy jack jackie jackson
    jacob jacqueline jada jaden jai jaiden jaime jake jakub jamal james jamie jamil jan jana jane janet
    janice janine jared jarek jasmin jasmine jason jasper javed javier jawad jax jaxon jay jayda jayden
    jaydon jayne jean jeanette jed jeff jeffrey jemima jenna jennifer jenny jenson jeremiah jeremy
    jermaine jerome jerry jess jessica jessie jethro jill jim jimmy jo joan joanna joanne jodie jody joe
    joel joelle joey johan johann johannes john johnny jolene jon jonah jonas jonathan jonny jordan
    jorge jose joseph josephine josh joshua josiah josie joyce juan juanita jude judith judy julia
    julian juliana julie juliet julien june junaid junior justin justine kabir kacper kai kaiden kaitlyn
    kajal kamal kamil kamila kamran karan kareem karen karim karina karl karol karolina kasia kasim
    kate katherine kathleen kathryn kathy katie katrina katya kavita kay kaya kaylee kayleigh kayla
    kayden keeley kehinde keira keiran keith kelechi kellan kelly kelsey kelvin ken kendra kenneth
    kenny kenya kenzie kerry kevin khadija khadijah khalid khalil kian kiara kiera kieran kieron kiki
    kim kimberley kimberly kinga kiran kirk kirsten kirsty kit kofi komal konrad kourtney kris krish
    krishna kristian kristina krystian krzysztof kuba kunal kurt kwabena kwaku kwame kwasi kyla kyle
    kylie kyra kyran lacey lachlan laiba laila lakshmi lara larry lars latisha laura lauren laurence
    lauryn lawrence layla layton leah leanne leela leena leia leila leilani lena lennie lennon lenny
    leo leon leona leonard leonardo leonie leroy lesley leslie leticia lewis lexi lexie liam libby lidia
    lila lilian liliana lilly lily lina linda lindsay lindsey lisa liv livia liyana lloyd lochlan logan lois
    lola lorenzo loretta lori lorna lorraine lottie louie louis louisa louise luca lucas lucia lucian lucie
    lucinda lucy ludmila luis luka lukas lukasz luke luna luther lydia lyla lynda lyndsey lynette lynn
    lynne mabel macey maciej mackenzie macy maddie maddison madeleine madeline madison mae maeve magda
    magdalena magnus mahad maha mahdi maheen mahmood mahmoud mahnoor mahir maia maisie maisy maja maksym
    malachi malachy malaika malakai malcolm malik mamadou mandy manal manjit manisha manuel marcel
    marcella marcia marcin marco marcus mareike margaret margot maria mariah mariam mariama marian
    marianne maria-louise marie marilyn marina mario marion marisa marisol marjorie marlon marlowe marta
    martha martin martina martyna marvin mary maryam maryann mason mateo mateusz mathew mathilda matilda
    matt matteo matthew maureen maurice mavis max maxim maxine maxwell maya mckenzie meera megan mehdi
    mehmet meghan mei mei-ling mel melanie melissa mercedes meredith merryn mia michael michaela michal
    michelle miguel mikael mikaeel mikayla mike mikey mikolaj mila milan mildred milena milla millie
    milly milo milosz mina minnie mira miranda miriam miroslav misbah mitchell moesha mohamed mohamad
    mohammad mohammed moira mollie molly momina mona monica monika monique morag morgan morris moses
    moshe mubarak muhammad muhammed mumtaz muna murray musa mustafa mya myah myla mylo myra myriam myrtle
    nabeel nabil nabila nadeem nadia nadine nafisa naheed nahla naima najma nana nancy naomi nasir
    nasima nasra natalia natalie natasha nathan nathaniel naveed naveen nayab neelam neha neil nell
    nellie nelson ngozi nia niall niamh nicholas nick nicki nico nicola nicole nicolas nigel nihal nikhil
    nikita nikki nikola nikolas nila nilufar nimra nina nisha nkechi noah noel noelle noor nora norah
    noreen norma nova noura nuala nura nusrat nyah nyla obi obinna octavia oisin olaf oleksandr olena
    olga oliver olivia olivier ollie olu oluwaseun oluwatobi omar omari ondrej oona ophelia oran orla
    orlando oscar oskar otis otto owain owen ozan pablo paddy paige pamela paola paris parveen pascal
    patricia patrick patrycja patsy paul paula pauline pavel pawel penelope percy perry peter petra
    phil philip philippa phillip phoebe phoenix phyllis pia piotr pippa polly pooja poppy poonam
    precious preeti prisha priscilla priya priyanka przemyslaw quentin quinn rabia rachael rachel radhika
    rae raees raheem rahim rahul raihan raja rajesh rajinder ralph ramona rana rani rania rasheed rashid
    rashida raul ravi ravinder raymond rayan rayyan raza rebecca rebekah reece reem reena reggie rehan
    rehana reggae reginald reid remi remy renata rene renee reuben rhea rhiannon rhian rhoda rhona
    rhys ria riaz ricardo richard richie rick ricky ridwan rihanna rikki riley rishi rita ritchie riya
    rizwan roan robbie robert roberta roberto robyn rochelle rodney rodrigo roger rohan rohit roisin
    roland roman romeo ronan ronald ronnie rory rosa rosalind rosanna roseanna rosemary rosie ross roxanne
    roxy roy ruaridh ruby rudy rufus rukhsana rupert russell ruth ryan ryder rylan saad saanvi sabah
    sabina sabrina sadia sadie sadiq safa saffron safiya sahar sahil saif saima saira sajid sakina
    salim salima sally salma salman sam samantha samar sameer samia samina samir samira sammy samson
    samuel sana sandra sandy sanjay sanjana santiago saoirse sara sarah sarika sasha saskia saul savannah
    scarlett scott seamus sean sebastian selena selina selma serena serena sergio seth shabana shabnam
    shabir shahid shahida shahzad shaikh shakira shanaya shane shanice shannon shanelle sharon shaun
    shauna shawn shayan shazia sheena sheila shelby shelley sherry sheryl shiv shivam shiv shona shreya
    sian sidney siena sienna sierra simon simona simone simran sinead siobhan skye skyla skylar sobia
    sofia sohail solomon sonia sonny sonya sophia sophie stacey stan stanislaw stanley stefan stella
    stephanie stephen steve steven stewart stuart sue suhana sukhdeep sukhi suleman sumaiya sumaya sunita
    susan susanna susie suzanne svetlana sven sybil syed sylvia sylvie szymon tabitha tadeusz taha tahir
    tahira taiwo talha talia tamara tamia tamika tamsin tania tanisha tanya tara tariq tasha tasneem
    tatiana taylor teddy teresa terence terry tess tessa thalia thea thelma theo theodore theresa thomas
    tia tiana tiago tiffany tilly tim timothy tina tobi tobias toby todd tom tomas tomasz tommy toni tony
    tracey tracy tremaine trevor trisha tristan troy tunde tyler tyrell tyrese tyrone uchenna umair umar
    umer una unaisah ursula usha usman uzair uzma valentina valerie vanessa vasile vera verity veronica
    vicki vicky victor victoria vihaan vijay vikram vincent viola violet virginia vivian vivien vivienne
    vladimir wahid walid walter waleed wanda waqas warren wayne wei wendy wesley weronika wilf wilfred
    wilhelmina william willa winifred winston wojciech wiktor wiktoria xander xanthe xavier xin yahya
    yaqub yara yasin yasir yasmeen yasmin yasmina yaw yetunde yolanda yousef youssef yuki yuna yunus
    yuri yusra yusuf yvette yvonne zac zach zachariah zachary zack zahid zahra zaid zain zaina zainab
    zak zakariya zakir zander zara zayd zayn zaynab zeeshan zeinab zelda zena zeynep zhi zidan zion zoe
    zoey zofia zoha zohaib zoya zubair zuzanna zygmunt
    """)
"""Common first names in the United Kingdom, of many origins: a dictionary knows most of them."""

SURNAMES = _words("""
    adams adeyemi afzal ahmed akhtar alexander allen anderson arif armstrong aslam atkinson bailey
    begum bennett bhatti bibi bradley brooks burke campbell chapman chaudhry chowdhury clarke
    collins connolly cox davies davis dixon doherty edwards ellis evans fletcher
    gibson gordon graham griffiths hamilton harris harrison harvey henderson hussain hughes iqbal jackson
    jenkins johnson johnston jones kaczmarek kamara chen wang yang ming chan zhang kaur kelly kennedy khan khatun kowalski kumar
    lewandowski lewis lloyd macdonald mahmood malik martin matthews mcdonald miah
    mirza mitchell mohamud moore morris morrison murphy murray naylor nguyen nowak o'brien o'connor
    okafor okeke okonkwo olawale osei owens parkinson patel pearce perera phillips popescu popov
    powell qureshi rahman rashid reynolds richardson roberts robertson robinson rogers russell
    saunders shah sharma shaw sheikh siddiqui simpson singh smith stevens stewart sullivan szczepanski taylor
    thomas thompson thomson tran uddin walsh watson wilkinson williams williamson wilson wojcik
    yeboah zaman zielinski
    """)
"""Common surnames that are no word of English."""

WORD_NAMES = _words("""
    amber angel april archer art august aurora austin autumn basil beau bell belle bill blake blessing bob
    bonnie brook brooke brooks carol chase chelsea christian clay cliff constance crystal daisy dale dawn
    dean destiny devon dolly drew earl ebony eden faith fern fletcher flora forest frank gene ginger
    glen grace grant guy harmony harper hazel heath heather heaven holly honor honour hope hunter indigo
    iris ivy jade jasmine jasper jay jean jewel jo joy june junior kit lance lily luna mark mason max may
    melody mercedes mercy miles milo misty nelson noel nova norman ocean olive opal otter page paige paris
    parker pat patience pearl penny phoenix pierce piper poppy precious prudence rae ray raven rex reggae
    river rob robin roman rose rosemary rowan ruby rusty sage sandy sapphire scarlett serenity sierra sky
    skye sonny star stone storm sue summer sunny teddy terry tony trinity troy verity victor viola violet
    wade ward warren wayne will willow wren
    """)
"""First names that are words of English too: their place in the sentence decides."""
