"""German: words that carry no meaning of their own and abbreviations that end in a full stop."""

from termaccord.text.analyser import word_list

# Duden, Die deutsche Rechtschreibung (28th ed. 2020), list of abbreviations.
ABBREVIATIONS = word_list(
    """
    bzw s ca d.h z.b u.a u.ä usw etc evtl ggf inkl exkl max min mind mio mrd tsd std nr str tel vgl dr prof dipl
    ing hr fr st bd abs art aufl ausg hrsg jh jhd jg kap s sog u.u z.t z.zt i.d.r o.ä o.g v.a v.chr
    n.chr abb anm allg bes bspw betr einschl entspr ff geb gegr gen geogr gest hl i.a i.v int jan feb
    mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so kath ev lt m.e min sek std zzt zzgl
    zul zw gez gem
    """
)
FUNCTION_WORDS = word_list(
    """
    aber alle als also am an auch auf aus bei bin bis bist da dadurch daher darum das dass dein deine
    dem den der des deshalb die dies diese dieser dieses doch dort du durch ein eine einem einen einer
    eines er es euer für hatte hatten hattest hattet hier hinter ich ihr ihre im in ist ja jede jedem
    jeden jeder jedes jener jenes jetzt kann kannst können könnt machen mein meine mit muß muss müssen
    nach nachdem nein nicht noch nun oder seid sein seine sich sie sind soll sollen sollst sollt sonst
    soweit sowie über um und unser unsere unter vom von vor wann warum was weiter weitere wenn wer werde
    werden werdet weshalb wie wieder wieso wir wird wirst wo woher wohin wurde wurden zu zum zur
    zwischen
    """
)
FINAL = word_list("usw etc v.chr n.chr u.a jh jhd gmbh")
UNITS = frozenset[str]()
"""None: behind „5 Mio.“ a capital only shows a noun."""
NUMBERED = word_list("nr bd s abs art abb kap")
# Inflection and word formation: Fleischer and Barz, Wortbildung der deutschen Gegenwartssprache (4th ed. 2012).
ENDINGS = word_list(
    """
    e en em er es s n ern te ten ung ungen ation ationen ion ionen heit keit igkeit schaft nis tum lich isch ig bar sam
    haft los iert ierung ierungen ieren end ende in innen er ers ling ismus ist isten ität iv al ell ent ant anz
    enz
    """
)
