"""
German words that show names; a compound has the category of its last part (Flusskommission: Kommission).

Own knowledge, checked against the head nouns of the European Union's IATE categories and the Bundeswehr's list of ranks.
"""

from termaccord.model import Category
from termaccord.text.languages.cues import Cues, among, table

_NAMED = frozenset(
    {Category.BODY, Category.DOCUMENT, Category.EVENT, Category.PROGRAMME, Category.POSITION, Category.PLACE}
)

GERMAN = Cues(
    language="de",
    heads=table(
        {
            Category.BODY: (
                "organisation union bund bündnis allianz verband verein rat ausschuss kommission büro amt "
                "behörde agentur "
                "sekretariat ministerium abteilung direktion zentrum zentrale institut akademie universität "
                "hochschule schule "
                "gericht gerichtshof kammer parlament versammlung senat bundestag bundesrat kabinett "
                "regierung gemeinschaft "
                "gesellschaft stiftung fonds bank unternehmen konzern gruppe partei bewegung dienst "
                "streitkräfte truppen armee "
                "heer marine flotte wache feuerwehr polizei brigade regiment bataillon kompanie geschwader "
                "einheit kommando stab "
                "hauptquartier mission delegation botschaft konsulat inspektion verwaltung station netzwerk "
                "klub konsortium "
                "arbeitsgruppe observatorium labor museum bibliothek theater krankenhaus klinik mannschaft "
                "trupp hilfswerk "
                "genossenschaft gewerkschaft archiv orchester chor galerie redaktion verlag zeitung koalition "
                "fraktion stelle "
                "leitstelle werk rettungsdienst wasserwacht bergwacht"
            ),
            Category.DOCUMENT: (
                "abkommen übereinkommen vertrag erklärung strategie charta satzung kodex protokoll resolution "
                "beschluss "
                "entscheidung dekret gesetz richtlinie verordnung vorschrift memorandum plan fahrplan konzept "
                "doktrin verfassung "
                "pakt bericht atlas handbuch leitfaden register rahmen regeln regelung norm katalog schreiben "
                "brief erlass befehl "
                "jahrbuch denkschrift vereinbarung konvention kommuniqué statut grundgesetz ordnung weißbuch"
            ),
            Category.EVENT: (
                "gipfel gipfeltreffen forum konferenz treffen sitzung tagung kongress woche tag festival "
                "messe ausstellung "
                "symposium seminar feier jahrestag jubiläum meisterschaft spiele pokal olympiade "
                "konsultationen verhandlungen "
                "parade marathon anhörung wettbewerb turnier kundgebung wahl wahlen"
            ),
            Category.PROGRAMME: "programm projekt initiative kampagne preis stipendium förderung",
            Category.CONCEPT: "präsidentschaft mitgliedschaft",
            Category.POSITION: (
                "präsident präsidentin vorsitzender vorsitzende vorsitz minister ministerin sekretär "
                "sekretärin generalsekretär "
                "generalsekretärin direktor direktorin leiter leiterin chef chefin befehlshaber kommandeur "
                "kommandant kapitän "
                "gouverneur bürgermeister bürgermeisterin botschafter botschafterin beauftragter beauftragte "
                "vertreter vertreterin "
                "kommissar kommissarin richter richterin staatsanwalt sprecher sprecherin rektor dekan "
                "professor professorin "
                "redakteur kanzler kanzlerin könig königin bischof papst berater beraterin inspektor "
                "koordinator koordinatorin "
                "intendant landrat landrätin stellvertreter stellvertreterin vorstand meister meisterin"
            ),
            Category.PLACE: (
                "republik königreich region provinz kreis landkreis stadt dorf see meer golf bucht fluss "
                "insel inseln gebirge berg "
                "tal halbinsel ozean kanal hafen flughafen platz straße allee park brücke küste wüste gebiet "
                "schleuse wehr deich"
            ),
        }
    ),
    labels=table(
        {
            Category.OPERATION: "operation einsatz razzia",
            Category.EXERCISE: "übung manöver planspiel probealarm hochwasserübung stabsrahmenübung katastrophenschutzübung",
            Category.PROGRAMME: "programm projekt initiative kampagne aktion",
            Category.MOTTO: "motto losung leitspruch wahlspruch slogan leitwort",
        }
    ),
    titles=among("herr frau dr prof graf gräfin freiherr baron pater schwester bruder sankt st"),
    ranks=among(
        "general oberst major hauptmann leutnant feldwebel admiral kapitän oberstleutnant generalmajor generalleutnant"
    ),
    modifiers=among(
        "stellvertretender stellvertretende erster erste zweiter zweite amtierender amtierende leitender leitende"
    ),
    speech=among(
        "sagen erklären mitteilen betonen ergänzen hinzufügen versprechen warnen einräumen erinnern berichten "
        "fordern meinen "
        "antworten fragen ankündigen kündigen"
    ),
    naming=among("nennen heißen taufen"),
    joiners={
        "der": _NAMED,
        "des": _NAMED,
        "für": _NAMED - {Category.PLACE},
        "über": frozenset({Category.DOCUMENT, Category.EVENT}),
        "zur": _NAMED - {Category.PLACE, Category.POSITION},
        "zum": _NAMED - {Category.PLACE, Category.POSITION},
        "gegen": frozenset({Category.DOCUMENT, Category.BODY, Category.PROGRAMME}),
        "von": frozenset({Category.POSITION, Category.DOCUMENT, Category.EVENT}),
    },
    genitive=among("der des von"),
    inside=among("bei mit in gegen zwischen"),
    serving=among("für"),
    articles=among("der die das den dem des ein eine einen einem einer eines"),
    conjunctions=among("und"),
    where=among("in im bei nach aus nahe vor an am auf"),
    time=among(
        "januar februar märz april mai juni juli august september oktober november dezember montag dienstag "
        "mittwoch donnerstag "
        "freitag samstag sonntag frühling sommer herbst winter jahr woche monat uhr morgen abend"
    ),
    vague=among(
        "neue neuer neues neuen alte alter frühere früherer nächste nächster letzte letzter dieser diese "
        "dieses jeder jede"
    ),
    until=among("für bis von"),
    becoming=among("ist war wird wurde als"),
    given=among(
        "hans karl klaus jürgen wolfgang stefan thomas andreas monika sabine ursula petra peter michael "
        "martin anna maria eva "
        "johannes matthias christian markus daniel julia katharina lena jan paul max felix heinrich friedrich "
        "wilhelm ludwig "
        "jörg uwe ralf bernd dieter helga ingrid renate claudia susanne birgit heike gabriele barbara elisabeth"
    ),
    bearers=among("plakat transparent banner spruchband aufkleber wimpel"),
    displays=among("lauten lesen stehen verkunden prangen mahnen"),
    plural=among("streitkräfte truppen spiele verhandlungen konsultationen regeln wahlen"),
    capitals=False,
    compounds=True,
)
