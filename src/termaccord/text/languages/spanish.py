"""Spanish: words that carry no meaning of their own and abbreviations that end in a full stop."""

from termaccord.text.analyser import word_list

# Ortografía de la lengua española (RAE 2010), appendix 1: list of abbreviations.
ABBREVIATIONS = word_list(
    """
    sr sra srta sres dr dra d dña prof lic ing arq gral cnel cap tte sgto alm pdte pdta excmo excma ilmo
    ilma ud uds vd vds pág págs p pp vol vols núm n.º art arts cap ed etc ej p.ej fig av avda c ctra pl
    tel teléf cía s.a ee.uu a.c d.c aprox depto dpto admón máx mín ene feb mar abr may jun jul ago sept
    oct nov dic
    """
)
FUNCTION_WORDS = word_list(
    """
    a al algo algunas algunos ante antes como con contra cual cuando de del desde donde durante e el
    ella ellas ellos en entre era eran es esa esas ese eso esos esta estas este esto estos está están
    fue fueron ha han hasta hay la las le les lo los mas más me mi mientras muy nada ni no nos nosotros
    o os otra otro para pero poco por porque que quien se sea ser si sí sin sobre son su sus también
    tanto te tiene tienen todo todos tras tu tus un una unas uno unos y ya yo
    """
)
FINAL = word_list("etc s.a ee.uu a.c d.c cía")
UNITS = word_list("mill km kg")
NUMBERED = word_list("n.º núm art arts cap fig p pp pág págs vol")
