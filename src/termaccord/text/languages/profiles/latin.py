"""
Languages in Latin letters: small words and the letters beyond a to z.

Words of closed classes, in every form that running text has often, after the reference grammars: Renzi, Salvi and
Cardinaletti, Grande grammatica italiana di consultazione (2001); Cunha and Cintra, Nova gramática do português
contemporâneo (2013); Algemene Nederlandse Spraakkunst (1997); Bąk, Gramatyka języka polskiego (2004); Institut d’Estudis
Catalans, Gramàtica de la llengua catalana (2016); and for the others the Universal Dependencies guidelines on ADP, AUX,
CCONJ, DET, PRON and SCONJ. Letters: Unicode CLDR, exemplar characters.
"""

from termaccord.text.analyser import word_list
from termaccord.text.languages import english, french, german, spanish

SMALL_WORDS = {
    "en": english.FUNCTION_WORDS
    | word_list(
        """
        a all also am an any are as at be been both but by can come could did do does due during each few for from had
        has have he her here him his how i if in into is it its just many may me men might more most much must my near
        no nor not now of off on one only or other our out over own per plus same shall she should since so some still
        such than that the their them then there these they this those through to too under until up upon us very was
        we were what when where which while who will with within without would yet you your
        """
    ),
    "de": german.FUNCTION_WORDS,
    "es": spanish.FUNCTION_WORDS,
    "fr": french.FUNCTION_WORDS,
    "it": word_list(
        """
        a ad agli ai al alla alle allo all anche ancora c ce che chi ci come con contro cui d da dagli dai dal dalla
        dalle dallo dall degli dei del della delle dello dell di dopo dove due durante e ed era erano essere fino fra
        fu furono gli ha hanno i il in invece io l la le lei li lo loro lui ma mentre mi molto ne negli nei nel nella
        nelle nello nell né noi non nostra nostro o ogni oltre per perché però più poi prima può qual quale quando
        quella quelle quelli quello quell questa queste questi questo quest qui se secondo sei senza si sia siamo
        solo sono sotto sta stata state stati stato su sua sue sugli sui sul sulla sulle sullo sull suo suoi tra
        tutta tutte tutti tutto un una uno verso vi viene vengono è ha già così presso quindi
        """
    ),
    "pt": word_list(
        """
        a à ainda ao aos apenas após as às até cada com como contra da das de dela dele deles desde dessa desse desta
        deste do dos durante e é ela elas ele eles em enquanto entre era eram essa esse esta está estão este eu foi
        foram há isso isto já lhe lhes mais mas mesmo muito na nas nem no nos nossa nosso num numa não o onde os ou
        para pela pelas pelo pelos per por porque pode quando que quem são se segundo seja sem ser seu seus sob sobre
        sua suas só também tem têm tinha todas todo todos tudo um uma umas uns vai você àquele à
        """
    ),
    "nl": word_list(
        """
        aan al alle als altijd bij binnen boven dan dat de deze die dit door dus een elk elke en er geen had hadden
        heb hebben heeft hem het hier hij hoe hun ik in is ja je kan kon kunnen maar mag me meer men met mijn moet
        moeten na naar niet nog nu of om omdat onder ons onze ook op over sinds te tegen ten ter terwijl toch toen
        tot tussen u uit van vanaf veel volgens voor waar want waren was wat we wel werd werden wie wij wordt worden
        zal ze zich zij zijn zo zonder zou zouden zullen
        """
    ),
    "pl": word_list(
        """
        a aby albo ale ani bez bo by być był była było były będą będzie ci co czy dla do gdy gdzie go i ich im inne
        ja jak jako je jednak jego jej jest jeszcze już każdy kiedy który która które których którym którzy lub ma
        mają między mnie może my na nad nas nie niego niej nich nim o od on ona one oni oraz po pod ponieważ poza
        przed przez przy się są ta tak także tam te tego tej ten to tu tych tylko tym u w we wszystkie wśród z za
        zaś ze został została zostały że żeby
        """
    ),
    "ca": word_list(
        """
        a al als amb aquest aquesta aquests aquestes així això amb cada com contra d de del dels des després en
        entre era es ha han hi i jo l la les li llur ja fins fou més molt ni no nosaltres o on pel pels per perquè
        però quan que què qui sense ser són seu seus seva seves si sobre també tot tota tots un una uns va van és
        """
    ),
    "ro": word_list(
        """
        a ai al ale au aceasta această acest aceste acestui că care ce cel cea cei cele cu cum când de deci decât
        despre din după dar el ea ei este erau era fi fost fără în între într iar la lor lui mai ne nu nici o ori
        pe pentru prin până sau se sub sunt să și şi sa său o un unei unui va vor
        """
    ),
    "sv": word_list(
        """
        alla att av bara blev bli blir de den denna det detta dem där efter eller en ett från för genom ha hade han
        har hon hos i inte in jag kan kunde man med mellan mot mycket men när och om oss på sedan sig sin sina ska
        skulle som så till under upp ur ut utan vad var vara vi vid vill än är åt över
        """
    ),
    "da": word_list(
        """
        af alle at blev blive bliver da de dem den denne der det dette efter eller en er et for fra før gennem ham
        han har havde hun hvad hvor i ikke jeg kan kunne man med mellem men mod meget nogle nu når og også om op os
        over på sig sin skal skulle som til ud uden under var ved vi vil være
        """
    ),
    "nb": word_list(
        """
        alle at av ble bli blir da de dem den denne der det dette etter eller en er et for fra før gjennom ham han
        har hadde hun hva hvor i ikke jeg kan kunne man med mellom men mot mye noen nå når og også om opp oss over
        på seg sin skal skulle som til ut uten under var ved vi vil være
        """
    ),
    "cs": word_list(
        """
        a aby ale ani bez bude budou by byl byla bylo byly být co či do i jak jako je jeho jejich jejím ještě jen
        jsem jsme jsou již k kde kdy který která které kteří ke když mezi může na nad ne nebo o od po pod podle
        pro před přes při s se si tak také tam tato ten tento to toho tom u už v ve však z za ze že
        """
    ),
    "fi": word_list(
        """
        ei eivät ennen että hän he ja joka jonka jos jotka jossa kanssa koska kuin kun kuten me mikä mukaan mutta
        myös ne niin nyt näin oli olivat olla olen on ovat sekä se sen siitä sitä tai tämä tämän vain vielä voi
        """
    ),
    "hu": word_list(
        """
        a az ahol aki akik amely amelyek ami azt azonban be csak de egy el ennek és ez ezt fel ha hogy illetve is
        ki kell között lesz lett már meg mert mint minden még nem ő pedig sem szerint során után új vagy van volt
        voltak által
        """
    ),
    "tr": word_list(
        """
        ama ancak bir biz bu bunu çok da daha de değil dedi diye en gibi göre hem her için ile ise kadar ki mi
        ne o olan olarak oldu olduğu olduğunu onun sonra şu tarafından üzere var ve veya ya yok
        """
    ),
}
LETTERS = {
    "en": "",
    "de": "äöüß",
    "es": "áéíñóúü",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "it": "àèéìíîòóùú",
    "pt": "áâãàçéêíóôõú",
    "nl": "áéëïóöü",
    "pl": "ąćęłńóśźż",
    "ca": "àçèéíïòóúü",
    "ro": "ăâîșşțţ",
    "sv": "åäöé",
    "da": "æøåé",
    "nb": "æøåéòôó",
    "cs": "áčďéěíňóřšťúůýž",
    "fi": "äöå",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşüâîû",
}
