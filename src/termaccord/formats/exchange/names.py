"""The attributes that TMX 1.4 knows, and the form of its languages."""

import re

REQUIRED = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
SHARED = frozenset(
    [
        "o-encoding",
        "datatype",
        "usagecount",
        "lastusagedate",
        "creationtool",
        "creationtoolversion",
        "creationdate",
        "creationid",
        "changedate",
        "changeid",
        "o-tmf",
    ]
)
OF_UNIT = SHARED | {"tuid", "segtype", "srclang"}
OF_HEADER = frozenset(REQUIRED) | {"o-encoding", "creationdate", "creationid", "changedate", "changeid"}
UNDETERMINED = "und"
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
OF_EXTRA = {
    "note": frozenset({"o-encoding", "xml:lang", "lang"}),
    "prop": frozenset({"type", "o-encoding", "xml:lang", "lang"}),
}
