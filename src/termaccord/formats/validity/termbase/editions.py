"""The structure of every edition of TBX, in the notation of `grammar`."""

from termaccord.formats.validity.termbase.grammar import Grammar, grammar

NAMESPACE_2019 = "urn:iso:std:iso:30042:ed-2"

MARKED = """
$note   = id:ID xml:lang
$typed  = id:ID xml:lang type! target:IDREF datatype
$styles = entailedTerm|hotkey|italics|bold|superscript|subscript|math
"""
HEADER_2008 = """
martif          | type! xml:lang! | martifHeader text
martifHeader    | id:ID   | fileDesc encodingDesc? revisionDesc?
fileDesc        | id:ID   | titleStmt? publicationStmt? sourceDesc+
titleStmt       | $note   | title note*
title           | $note   | TEXT
publicationStmt | id:ID   | p+
sourceDesc      | $note   | p+
encodingDesc    | id:ID   | p+
revisionDesc    | $note   | change+
change          | $note   | p+
p               | $note type:DCSName|XCSURI|XCSContent | {$text}
"""
# ISO 30042:2008, annex A: the core structure, whatever the data categories.
CORE_2008 = """
$text           = hi foreign bpt ept ph
$aux            = descrip descripGrp admin adminGrp transacGrp note ref xref
$link           = admin adminGrp transacGrp note ref xref
text            | id:ID   | body back?
body            | id:ID   | termEntry+
termEntry       | id:ID   | ($aux)* langSet+
langSet         | id:ID xml:lang! | ($aux)* (tig ntig)+
tig             | id:ID   | term termNote* ($aux)*
ntig            | id:ID   | termGrp ($aux)*
termGrp         | id:ID   | term (termNote termNoteGrp)* termCompList*
term            | id:ID   | {hi}
termNote        | $typed  | {$text}
termNoteGrp     | id:ID   | termNote ($link)*
termCompList    | id:ID type! | ($aux)* (termComp termCompGrp)+
termCompGrp     | id:ID   | termComp (termNote termNoteGrp)* ($link)*
termComp        | $note   | TEXT
descrip         | $typed  | {$text}
descripGrp      | id:ID   | descrip (descripNote admin adminGrp transacGrp note ref xref)*
descripNote     | $typed  | TEXT
admin           | $typed  | {$text}
adminGrp        | id:ID   | admin (adminNote note ref xref)*
adminNote       | $typed  | TEXT
transac         | $typed  | TEXT
transacGrp      | id:ID   | transac (transacNote date note ref xref)*
transacNote     | $typed  | TEXT
date            | id:ID   | TEXT
note            | $note   | {$text}
ref             | $typed  | TEXT
xref            | id:ID type target!:URI | TEXT
hi              | type target:IDREF xml:lang | TEXT
foreign         | $note   | {$text}
bpt             | i type  | TEXT
ept             | i       | TEXT
ph              | type    | TEXT
back            | id:ID   | refObjectList*
refObjectList   | id:ID type! | refObject+
refObject       | id:ID   | (itemSet itemGrp item)+
item            | id:ID type | {$text}
itemGrp         | id:ID   | item ($link)*
itemSet         | id:ID type | (item itemGrp)+
"""
# TBX-Basic of LISA, 2008: DTD and RELAX NG, each of which is stricter in something.
BASIC_2008 = """
$aux            = descrip descripGrp admin transacGrp note ref xref
- ntig termGrp termNoteGrp termCompList termCompGrp termComp descripNote adminGrp adminNote itemGrp itemSet
p               | $note type:=XCSURI | {$text}
langSet         | xml:lang! | ($aux)* tig+
descripGrp      | id:ID   | descrip admin*
transacGrp      | id:ID   | transac (transacNote date)*
date            | id:ID   | DATE
xref            | id:ID type! target! | TEXT
hi              | type:$styles target:IDREF xml:lang | TEXT
refObject       | id:ID   | item+
"""
# TBX-Min of 2013, which has a structure of its own.
MIN_2013 = """
TBX             | dialect!:=TBX-Min | header body
header          |         | & id languages dateCreated? creator? license? description? directionality?
id              |         | TEXT
languages       | source! target! | EMPTY
dateCreated     |         | TIME
creator         |         | TEXT
license         |         | TEXT
description     |         | TEXT
directionality  |         | =bidirectional|monodirectional
body            |         | termEntry+
termEntry       | id!:ID  | & subjectField? langSet+
subjectField    |         | TEXT
langSet         | xml:lang! | tig+
tig             |         | & term noteGrp* termStatus? customer? partOfSpeech?
term            |         | TEXT
noteGrp         |         | note*
note            |         | & noteKey? noteValue
noteKey         |         | TEXT
noteValue       |         | TEXT
termStatus      |         | =admitted|preferred|notRecommended|obsolete
customer        |         | TEXT
partOfSpeech    |         | =noun|properNoun|verb|adjective|adverb|other
"""
MARKED_2019 = """
$note   = id:ID xml:lang:LANGUAGE
$typed  = id:ID xml:lang:LANGUAGE type! target:IDREF datatype
"""
# ISO 30042:2019, the core structure that the dialects 1.2.1 are built on.
CORE_2019 = """
$text           = ec foreign hi ph sc
$aux            = admin adminGrp descrip descripGrp note ref transacGrp xref ~~
$link           = admin adminGrp note ref transacGrp xref ~~
$inline         = fmt|ui|quote|link|image|other
tbx             | type!:DIALECT style!:dca|dct xml:lang!:LANGUAGE | tbxHeader text
tbxHeader       | id:ID   | fileDesc encodingDesc? revisionDesc?
fileDesc        | id:ID   | publicationStmt? titleStmt? sourceDesc
titleStmt       | $note   | title note*
title           | $note   | TEXT
publicationStmt | id:ID   | p+
sourceDesc      | $note   | p+
encodingDesc    | id:ID   | p+
revisionDesc    | $note   | change+
change          | $note   | p+
p               | $note type | {$text}
text            | id:ID   | body? back?
body            | id:ID   | conceptEntry+
conceptEntry    | id!:ID  | ($aux)* langSec+
langSec         | xml:lang!:LANGUAGE | ($aux)* termSec+
termSec         | id:ID   | term (termNote termNoteGrp ~~)* ($aux)*
term            | id:ID   | {hi}
termNote        | $typed  | {$text}
termNoteGrp     | id:ID   | (termNote ~~) ($link)*
descrip         | $typed  | {$text}
descripGrp      | id:ID   | (descrip ~~) (admin adminGrp descripNote note ref transacGrp xref ~~)*
descripNote     | $typed  | TEXT
admin           | $typed  | {$text}
adminGrp        | id:ID   | (admin ~~) (adminNote note ref xref ~)*
adminNote       | $typed  | TEXT
transac         | $typed  | TEXT
transacGrp      | id:ID   | (transac ~) (date note ref transacNote xref ~)*
transacNote     | $typed  | TEXT
date            | id:ID   | MOMENT
note            | $note   | {$text}
ref             | $typed  | TEXT
xref            | id:ID type! target!:URI | TEXT
hi              | type:$styles target:IDREF | TEXT
foreign         | $note   | {$text}
ph              | type    | EMPTY
sc              | id!:ID isolated:yes|no | EMPTY
ec              | startRef:IDREF isolated:yes|no disp equiv id:ID type:$inline subtype target | EMPTY
back            | id:ID   | refObjectSec*
refObjectSec    | id:ID type! | refObject+
refObject       | id:ID   | (itemSet itemGrp item)+
item            | id:ID type | {$text}
itemGrp         | id:ID   | item ($link)*
itemSet         | id:ID type | (itemGrp item)+
"""
# ISO/TR 24633-2, annex A, as TBX-Basic Version 4 publishes it: no elements of modules, more freedom elsewhere.
CORE_V4 = """
$aux            = admin adminGrp descrip descripGrp note ref transacGrp xref
$link           = admin adminGrp note ref transacGrp xref
- itemSet
tbx             | type!:DIALECT style!:dca|dct|DCA|DCT xml:lang!:LANGUAGE | tbxHeader text
fileDesc        | id:ID   | publicationStmt? titleStmt? sourceDesc+
conceptEntry    | id:ID   | ($aux)* langSec+
langSec         | xml:lang!:LANGUAGE | & ($aux)* termSec+
termSec         | id:ID   | term (termNote termNoteGrp)* ($aux)*
termNoteGrp     | id:ID   | termNote ($link)*
descripGrp      | id:ID   | descrip (admin adminGrp descripNote note ref transacGrp xref)*
adminGrp        | id:ID   | admin (adminNote note ref xref)*
transacGrp      | id:ID   | transac (date note ref transacNote xref)*
xref            | id:ID type! target!:WEB | TEXT
ph              | type    | TEXT
sc              | id:ID isolated:yes|no type subtype target | TEXT
ec              | startRef! isolated:yes|no disp equiv id:ID type:$inline subtype target | TEXT
refObject       | id:ID   | (itemset itemGrp item)+
itemset         | id:ID type | (itemGrp item)+
"""


def core_2008() -> Grammar:
    """The core structure of ISO 30042:2008."""
    return grammar("", MARKED, HEADER_2008, CORE_2008)


def basic_2008() -> Grammar:
    """TBX-Basic of 2008."""
    return grammar("", MARKED, HEADER_2008, CORE_2008, BASIC_2008)


def min_2013() -> Grammar:
    """TBX-Min of 2013."""
    return grammar("", MIN_2013)


def core_2019() -> Grammar:
    """The core structure of ISO 30042:2019."""
    return grammar(NAMESPACE_2019, MARKED, MARKED_2019, CORE_2019)


def core_v4() -> Grammar:
    """The core structure that TBX-Basic Version 4 stands on."""
    return grammar(NAMESPACE_2019, MARKED, MARKED_2019, CORE_2019, CORE_V4)
