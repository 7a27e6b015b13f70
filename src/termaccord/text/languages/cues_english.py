"""
English words that show names.

Own knowledge, checked against the head nouns of the UNTERM database's categories (bodies, documents, meetings, titles),
the ranks of NATO's STANAG 2116 and the forms of address of Debrett's.
"""

from termaccord.model import Category
from termaccord.text.languages.cues import Cues, among, table

_BODIES = (
    "organization organisation union alliance association council committee commission subcommittee subcommission "
    "board bureau agency authority authorities office secretariat department ministry directorate directorate-general "
    "division centre center institute institution academy university college school faculty court tribunal chamber "
    "parliament assembly senate duma cabinet government federation confederation league commonwealth community society "
    "foundation fund bank company corporation enterprise group party movement service services force forces troops "
    "army navy fleet flotilla guard police militia corps brigade regiment battalion company squadron unit command "
    "staff headquarters mission delegation embassy consulate inspectorate administration station network club "
    "consortium panel taskforce task_force working_group registry observatory laboratory museum library theatre "
    "hospital clinic team detachment squad presidium politburo secretariat_general exchange syndicate cooperative "
    "guild trust firm coastguard hub patrol archive archives orchestra choir ensemble conservatory gallery lodge "
    "dispensary nursery depot observatory collegium college_of_judges rada knesset bundestag majlis jury quorum post "
    "point institute_of_technology operator_centre watch chancery chancellery treasury customs newsroom press_service "
    "publishing_house newspaper agency_network house_of_representatives bloc coalition front union_state caucus "
    "troupe expedition workshop_group co-operative guildhall structure nations bar_association regulator "
    "watchdog inquiry studio atelier reserve sanctuary store storehouse depository repository shop pharmacy polyclinic "
    "hospice infirmary sanatorium ward maternity crew helpline hotline kindergarten orphanage seminary choir_school"
    " fellowship congregation diocese partnership"
    " mint arsenal shipyard dockyard factory plant mill works foundry refinery brewery winery farm"
    " zoo aquarium planetarium arboretum herbarium platoon gang cohort legion garrison outpost"
    " checkpoint terminal junction node control_room control_centre control_center dispatch_centre"
    " dispatch_center switchboard press printing_house bakery canteen hostel shelter refuge camp"
    " base complex campus facility circle roundtable secretariat-general inspectorate-general"
    " tribunal-general boatyard airfield spaceport cosmodrome ropeway tramway railway railways"
    " airline airlines shipping_line broadcaster channel_group fire_brigade lifeguard"
    " lifeboat_station rescue_post weather_station telescope_array"
)
_DOCUMENTS = (
    "convention agreement treaty declaration statement communiqué communique strategy charter statute statutes code "
    "protocol resolution decision decree act law bill directive regulation regulations memorandum plan "
    "roadmap road_map "
    "concept doctrine constitution covenant pact accord accords report atlas encyclopedia encyclopaedia "
    "handbook manual "
    "guidelines guideline guide register policy framework rules rulebook standard white_paper paper catalogue "
    "catalog letter appeal order contract bulletin yearbook compact treatise almanac almanack instruction instructions "
    "ordinance edict manifesto testament recommendation recommendations inventory glossary dictionary chronicle "
    "agenda action_plan note textbook atlas ledger map schedule bylaws concordat armistice ultimatum petition "
    "questionnaire certificate licence license compendium digest methodology provisions procedure procedures lexicon "
    "oath pledge checklist formulary pharmacopoeia pharmacopeia nomenclature memo leaflet pamphlet brochure primer"
    " edition volume annex appendix addendum codex canon encyclical circular communication notice"
    " advisory warning order_of_the_day plan_of_action blueprint dossier logbook log gazetteer"
    " cadastre blacklist whitelist red_book green_paper blue_book passport timetable tariff"
    " calendar index digest_of_law star_catalogue sky_survey prospectus syllabus curriculum"
)
_EVENTS = (
    "summit forum conference meeting session congress week festival fair exhibition symposium seminar ceremony "
    "anniversary championship games cup olympiad olympics consultations talks negotiations parade marathon hackathon "
    "debate hearing hearings round_table gathering expo biennale colloquium colloquy convocation plenary regatta race "
    "tournament contest competition rally carnival jubilee commemoration inauguration webinar readings day days night "
    "referendum election elections masterclass war workshop tour premiere season"
    " feast gala soiree soirée vernissage retreat pageant derby match final finals"
    " pilgrimage vigil march picnic ball banquet reception fete fête holiday auction lottery quiz"
    " opening unveiling lecture lectures recital concert screening showcase census"
    " open_day homecoming procession meet meetup assizes synod_session school_of_summer"
    " symposium_series"
)
_PROGRAMMES = "programme program project initiative scheme campaign prize award scholarship fellowship mission_statement"
_POSITIONS = (
    "president chairman chairwoman chairperson vice-president vice-chairman vice-chair minister secretary "
    "secretary-general secretary_general director director-general director_general head chief commander "
    "commander-in-chief captain governor governor-general mayor ambassador envoy representative commissioner judge "
    "justice prosecutor prosecutor_general ombudsman ombudswoman speaker rector dean professor editor editor-in-chief "
    "manager superintendent inspector inspector_general master officer coordinator co-ordinator spokesperson "
    "spokesman spokeswoman premier chancellor king queen prince princess emperor empress emir sultan bishop archbishop "
    "patriarch pope cardinal rabbi mufti imam attorney attorney_general counsel treasurer auditor adviser advisor "
    "counsellor aide attaché consul consul_general warden curator keeper steward surveyor librarian archivist "
    "registrar "
    "leader deputy senator congressman congresswoman member_of_parliament plenipotentiary rapporteur principal "
    "provost bursar sheriff marshal quartermaster controller comptroller administrator administrator-general "
    "moderator convener convenor chair co-chair co-chairman conductor coach ceo cfo prime_minister "
    "first_secretary heads_of_state head_of_state head_of_government heads_of_government commandant dispatcher "
    "magistrate notary verger abbot abbess prior prioress postmaster stationmaster headmaster headmistress "
    " guardian sentinel watchman pointsman signalman lampman boilerman helmsman boatswain coxswain"
    " purser bosun gatekeeper doorkeeper lighthouse-keeper lighthouse_keeper gamekeeper beekeeper"
    " timekeeper scorekeeper storekeeper bookkeeper housekeeper groundskeeper keeper-general"
    " archpriest deacon archdeacon canon vicar chaplain rector-general almoner beadle bailiff"
    " alderman councillor councilman reeve provost-marshal adjutant orderly matron midwife"
    " paramedic dispatcher-general head_nurse chief_nurse chief_physician chief_engineer"
    " duty_officer duty_engineer duty_controller"
    "harbourmaster harbormaster choirmaster bandmaster chamberlain custodian ranger forester foreman overseer "
    "superintendent-general procurator legate nuncio vizier regent viceroy president-elect chieftain elder"
)
_PLACES = (
    "republic kingdom emirate principality region province district county city town village lake sea gulf bay river "
    "strait straits island islands archipelago mountain mountains valley peninsula ocean canal port harbour harbor "
    "airport square street avenue boulevard park bridge cape coast desert territory oblast krai reef ridge glacier "
    "basin delta isthmus plateau steppe forest waterfall quay wharf pier tower palace castle cathedral monastery "
    "cemetery stadium ground grounds residence village gorge pass hills plain plains marsh lighthouse "
    "borough canton commune"
)
_LABELS = {
    Category.OPERATION: "operation operations raid raids sweep crackdown rescue evolution",
    Category.EXERCISE: "exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame war_game "
    "war_game staff_game command_game map_game tabletop_game training trainings simulation rehearsal "
    "rehearsals alarm alarms alert alerts game",
    Category.PROGRAMME: "programme programmes program programs project projects initiative initiatives scheme "
    "schemes campaign campaigns prize award",
    Category.MOTTO: "motto mottos slogan slogans watchword catchphrase tagline mottoes",
}
_POSITION = frozenset({Category.POSITION})
_NAMED = frozenset(
    {Category.BODY, Category.DOCUMENT, Category.EVENT, Category.PROGRAMME, Category.POSITION, Category.PLACE}
)

ENGLISH = Cues(
    language="en",
    heads=table(
        {
            Category.BODY: _BODIES,
            Category.DOCUMENT: _DOCUMENTS,
            Category.EVENT: _EVENTS,
            Category.PROGRAMME: _PROGRAMMES,
            Category.POSITION: _POSITIONS,
            Category.PLACE: _PLACES,
            Category.CONCEPT: "chairmanship presidency membership",
        }
    ),
    labels=table(_LABELS),
    titles=among(
        "mr mrs ms miss mx dr doctor sir dame lord lady madam madame monsieur messrs comrade father sister brother "
        "mother saint "
        "st rev reverend hon honourable excellency majesty highness prof count countess baron baroness duke duchess"
    ),
    ranks=among(
        "general colonel lieutenant major sergeant corporal admiral commodore brigadier marshal private cadet ensign "
        "midshipman captain colonel-general lieutenant-general major-general lieutenant-colonel lieutenant-commander "
        "vice-admiral rear-admiral gen col lt maj sgt adm capt cdr academician professor skipper"
    ),
    modifiers=among(
        "deputy vice first second third acting assistant associate senior junior chief executive general "
        "managing interim "
        "permanent special honorary principal joint co under lead foreign prime supreme"
    ),
    speech=among(
        "say tell add note remark observe announce promise warn admit recall explain declare stress emphasise "
        "emphasize "
        "argue reply answer ask report vow insist comment conclude state confess joke quip write believe think thank "
        "propose suggest retort recount"
    ),
    naming=among("call know name dub codename title entitle nickname christen brand style"),
    joiners={
        "of": _NAMED,
        "for": _NAMED - {Category.PLACE},
        "on": _NAMED - {Category.PLACE, Category.POSITION},
        "to": _POSITION,
        "against": frozenset({Category.BODY, Category.DOCUMENT, Category.PROGRAMME, Category.EVENT}),
        "concerning": frozenset({Category.DOCUMENT}),
        "between": frozenset({Category.DOCUMENT}),
        "with": frozenset({Category.DOCUMENT}),
    },
    genitive=among("of"),
    infinitive=among("to"),
    gerund="ing",
    common=among("tv uk usa us ok am pm ceo gdp pr it hr vip dna rna hiv gps usb mp mps pc id faq pdf ad bc vat tb"),
    demonyms=("an", "ese", "ish"),
    inside=among("with in among against through by from to"),
    serving=among("for at"),
    title_case=True,
    editions=among("edition revision series"),
    signs=among("no nr №"),
    ordinals=among("first second third fourth fifth sixth seventh eighth ninth tenth"),
    possessives=among("its their his her our my your"),
    honours=among("majesty majesties highness highnesses excellency excellencies honour honor lordship ladyship grace holiness"),
    staged=among("exhibition festival fair biennale triennale carnival marathon hackathon concert contest expo parade show"),
    articles=among("the a an"),
    conjunctions=among("and &"),
    where=among("in at near from to outside around through across towards toward off beyond above below"),
    time=among(
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    vague=among(
        "dear esteemed out up down off over back away former new next last previous late current outgoing incoming upcoming "
        "recent first second third "
        "fourth own whole "
        "today yesterday latest updated revised existing draft all both other another same such certain various many "
        "several few every each this that these those no some any what which whose old young then future present"
    ),
    until=among("for to until of in through"),
    occupations=among(
        "pilot engineer doctor operator lawyer teacher farmer driver sailor soldier nurse journalist reporter "
        "writer author "
        "poet painter singer actor actress architect artist scientist researcher historian economist analyst expert "
        "analyst programmer developer designer photographer physicist chemist biologist linguist translator "
        "interpreter trader "
        "banker miner fisherman dockworker docker firefighter policeman policewoman detective witness "
        "campaigner activist "
        "veteran student pupil cook baker shopkeeper hunter climber athlete footballer cosmonaut astronaut diplomat "
        "physician paramedic midwife therapist orderly curator conservator restorer potter weaver carpenter mason blacksmith "
        "politician lawmaker legislator observer volunteer widow founder owner co-founder navigator helmsman "
        "radio_operator "
        "meteorologist geologist surgeon dentist vet veterinarian pharmacist candidate winner champion"
    ),
    agents=("ologist", "icist", "onomer", "ician", "keeper", "rapher", "maker", "master", "iatrist"),
    becoming=among("is was becomes became as remains elected appointed named chosen re-elected reappointed"),
    offices=(
        "head of state", "heads of state", "head of government", "heads of government", "chief of staff", "chiefs of staff",
        "commander in chief", "chief of general staff", "secretary of state", "member of parliament", "members of parliament",
        "minister of state", "chargé d'affaires", "officer of the watch", "head of delegation", "heads of delegation",
    ),
    bearers=among("poster banner placard billboard hoarding pennant sticker badge streamer signboard"),
    displays=among("say read proclaim declare announce carry bear display promise urge remind"),
    plural=among(
        "forces troops services games talks exercises manoeuvres maneuvers guidelines statutes consultations "
        "negotiations "
        "hearings rules provisions customs headquarters regulations instructions days elections accords "
        "authorities readings"
    ),
    given=among(
        "john james robert michael william david richard joseph thomas charles daniel matthew anthony mark "
        "paul steven andrew "
        "george kenneth edward brian kevin peter henry simon martin alan jack oliver harry emma mary patricia "
        "jennifer linda "
        "elizabeth barbara susan jessica sarah karen margaret anna anne helen ruth laura alice jane kate "
        "julia sophie maria "
        "alexander alexei aleksandr aleksei andrei anatoly boris vladimir vladislav viktor victor vasily "
        "grigory dmitry dmitri "
        "evgeny yevgeny yevgeniy evgenii ivan igor kirill konstantin leonid lev maxim mikhail nikita nikolai "
        "nikolay oleg pavel "
        "pyotr roman ruslan sergei sergey stanislav timur fyodor yury yuri yaroslav arkady alexandra "
        "anastasia irina ekaterina "
        "elena yelena ksenia lyudmila margarita marina maryam nadezhda natalia natalya olga polina svetlana "
        "tatiana tatyana "
        "veronika yulia hans karl klaus jürgen wolfgang stefan thomas andreas monika sabine ursula petra jean "
        "pierre jacques "
        "michel françois marie nathalie isabelle josé juan carlos luis miguel antonio pedro manuel javier "
        "carmen ana isabel "
        "mohammed muhammad ahmed ali hassan hussein omar fatima aisha ibrahim yusuf mehmet mustafa giovanni "
        "giuseppe francesco "
        "marco luca lars erik ole björn ingrid kari astrid wei li zhang min hiroshi kenji yuki takeshi"
    ),
    before_verb=among(
        "to will would shall should can could may might must not i you he she we they let us"
    ),
)  # fmt: skip
