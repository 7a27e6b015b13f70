"""What the headers of glossary tables say, in English and Russian: words for what a column holds."""

from enum import StrEnum

from termaccord.model import Status


class Role(StrEnum):
    """What a column holds."""

    TERM = "term"
    VARIANTS = "variants"
    ABBREVIATION = "abbreviation"
    STATUS = "status"
    FLAG = "flag"
    PART_OF_SPEECH = "part of speech"
    TERM_TYPE = "term type"
    TERM_ID = "term id"
    CONCEPT = "concept"
    SUBJECT = "subject"
    DEFINITION = "definition"
    DEFINITION_SOURCE = "definition source"
    CONTEXT = "context"
    CONTEXT_SOURCE = "context source"
    NOTE = "note"
    CATEGORY = "data category"
    CREATED = "created on"
    CREATED_BY = "created by"
    MODIFIED = "modified on"
    MODIFIED_BY = "modified by"
    LANGUAGE = "language"
    IGNORED = "ignored"
    OTHER = "other"


WORDS: dict[Role, tuple[str, ...]] = {
    Role.TERM: ("term", "terms", "термин", "термины", "text", "текст", "word", "слово", "название", "name"),
    Role.VARIANTS: (
        *("variants", "variant", "synonyms", "synonym", "alternatives", "alternative", "alias", "aliases"),
        *("варианты", "вариант", "синонимы", "синоним", "другие названия", "другое название"),
    ),
    Role.ABBREVIATION: (
        *("abbreviation", "abbreviations", "abbr", "acronym", "short form"),
        *("сокращение", "сокращения", "аббревиатура", "сокр", "краткая форма"),
    ),
    Role.STATUS: (
        *("status", "usage status", "administrative status", "term status", "usage", "статус"),
        *("статус термина", "помета"),
    ),
    Role.PART_OF_SPEECH: ("part of speech", "pos", "term pos", "word class", "часть речи", "чр"),
    Role.TERM_TYPE: ("term type", "type", "тип", "тип термина", "вид термина"),
    Role.TERM_ID: ("term id",),
    Role.CONCEPT: (
        *("string id", "concept", "concept id", "id", "entry", "entry id", "entry number", "concept number"),
        *("понятие", "номер", "код", "номер статьи", "п п", "№ п п", "№", "#"),
    ),
    Role.SUBJECT: (
        *("subject", "subject field", "domain", "category", "entry subject", "entry domain", "topic"),
        *("область", "предметная область", "тематика", "категория", "тема", "раздел"),
    ),
    Role.DEFINITION: (
        *("definition", "description", "def", "meaning", "concept definition", "entry definition"),
        *("определение", "дефиниция", "описание", "значение", "толкование"),
    ),
    Role.DEFINITION_SOURCE: ("definition source", "source of definition", "источник определения"),
    Role.CONTEXT: (
        *("context", "example", "term example", "usage example", "example sentence", "examples"),
        *("контекст", "пример", "пример употребления", "примеры"),
    ),
    Role.CONTEXT_SOURCE: ("context source", "source of context", "источник контекста"),
    Role.NOTE: (
        *("note", "notes", "comment", "comments", "remark", "remarks", "entry note", "term note"),
        *("concept note", "usage note"),
        *("примечание", "примечания", "комментарий", "комментарии", "заметки", "пояснение"),
    ),
    Role.CREATED: ("created", "created on", "created at", "entry created", "creation date", "создано"),
    Role.CREATED_BY: ("created by", "creator", "entry creator", "author", "автор", "кем создано"),
    Role.MODIFIED: (
        *("modified", "modified on", "last modified", "entry last modified", "updated at", "modified at"),
        *("изменено", "дата изменения"),
    ),
    Role.MODIFIED_BY: (
        *("modified by", "modifier", "entry modifier", "last modified by", "updated by", "кем изменено"),
    ),
    Role.LANGUAGE: ("language", "lang", "locale", "язык", "term language"),
    Role.IGNORED: ("entry image", "image"),
}
"""
Headers: the names of ISO 30042's data categories, what spreadsheets call them, and what tools document.

memoQ (docs.memoq.com, "Term base in CSV format"): Entry_ID, Entry_Subject, Entry_Domain, Entry_ClientID,
Entry_ProjectID, Entry_Created, Entry_Creator, Entry_LastModified, Entry_Modifier, Entry_Note, LANGUAGE_Def, LANGUAGE,
Term_Info, Term_Example.
Google Cloud Translation ("equivalent term sets"): locales, pos, description.
Phrase TMS (developers.phrase.com, term of a concept): forbidden, preferred, status, usage, note, termType, partOfSpeech,
gender, definition, domain, conceptNote, createdBy, modifiedAt.
"""

CATEGORIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("admin", "source"): ("source", "sources", "reference", "term source", "источник термина", "ссылка"),
    ("termNote", "grammaticalGender"): ("gender", "grammatical gender", "род"),
    ("termNote", "geographicalUsage"): ("geographical usage", "region", "регион", "география"),
    ("termNote", "termLocation"): ("term location", "location", "место"),
    ("admin", "customerSubset"): ("customer", "client", "entry client id", "заказчик", "клиент"),
    ("admin", "projectSubset"): ("project", "entry project id", "проект"),
    ("note", "term info"): ("term info", "note term info"),
    ("note", "category"): ("note category",),
    ("note", "score"): ("score", "note score", "confidence", "оценка"),
    ("note", "occurrences"): (
        *("mentions", "note occurrences", "occurrences", "frequency", "упоминания", "частота"),
    ),
    ("note", "documents"): ("note documents",),
}
"""Data categories that have a name of their own in headers; those of kind `note` are notes “name: value”."""

OWN_NOTES = tuple(type_ for kind, type_ in CATEGORIES if kind == "note")

FLAGS: dict[Status, tuple[str, ...]] = {
    Status.PREFERRED: ("preferred", "is preferred", "предпочтительный"),
    Status.DEPRECATED: ("deprecated", "нерекомендуемый"),
    Status.FORBIDDEN: ("forbidden", "is forbidden", "do not use", "запрещён", "запрещено", "не использовать"),
}
"""Headers of columns that say yes or no to a status."""

YES = ("yes", "true", "x", "1", "+", "да", "истина", "v", "✓", "y", "д")

STATUS_WORDS: dict[Status, tuple[str, ...]] = {
    Status.PREFERRED: (
        *("preferred", "preferred term", "preferredterm-admn-sts", "approved", "recommended"),
        *("предпочтительный", "рекомендуемый", "основной", "утверждённый", "утверждён", "предпочтительно"),
    ),
    Status.ADMITTED: (
        *("admitted", "admitted term", "admittedterm-admn-sts", "allowed", "acceptable"),
        *("допустимый", "допускается", "разрешённый", "допустимо"),
    ),
    Status.DEPRECATED: (
        *("deprecated", "deprecated term", "deprecatedterm-admn-sts", "not recommended", "non-standard"),
        *("нерекомендуемый", "нежелательный", "не рекомендуется", "не рекомендуемый"),
    ),
    Status.SUPERSEDED: (
        *("superseded", "superseded term", "supersededterm-admn-sts", "obsolete", "устаревший"),
        *("заменён", "устарел"),
    ),
    Status.FORBIDDEN: (
        *("forbidden", "prohibited", "banned", "do not use", "not allowed"),
        *("запрещённый", "запрещено", "запрещён", "не использовать", "недопустимый", "недопустимо"),
    ),
}
"""Values of ISO 30042's administrative status, UTX's term status, and what spreadsheets write for them."""

PARTS_OF_SPEECH: dict[str, tuple[str, ...]] = {
    "noun": ("noun", "n", "substantive", "существительное", "сущ", "имя существительное", "с"),
    "properNoun": ("proper noun", "propernoun", "имя собственное", "собств"),
    "verb": ("verb", "v", "глагол", "гл", "г"),
    "adjective": ("adjective", "adj", "прилагательное", "прил", "имя прилагательное", "п"),
    "adverb": ("adverb", "adv", "наречие", "нареч"),
    "other": ("other", "другое", "прочее"),
}
"""TBX-Basic's picklist, and what dictionaries write for it, full stops aside."""

TERM_TYPES: dict[str, tuple[str, ...]] = {
    "fullForm": ("fullform", "full form", "full", "полная форма", "полное название"),
    "acronym": ("acronym", "акроним"),
    "abbreviation": ("abbreviation", "abbr", "сокращение", "аббревиатура", "сокр"),
    "shortForm": ("shortform", "short form", "short", "краткая форма", "краткое название"),
    "variant": ("variant", "synonym", "вариант", "синоним"),
    "phrase": ("phrase", "фраза", "словосочетание"),
}
"""TBX-Basic's picklist, and what spreadsheets write for it."""

LANGUAGE_WORDS: dict[str, str] = {
    "eng": "en",
    "rus": "ru",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "zho": "zh",
    "chi": "zh",
    "jpn": "ja",
    "kor": "ko",
    "por": "pt",
    "pol": "pl",
    "ukr": "uk",
    "англ": "en",
    "анг": "en",
    "рус": "ru",
    "нем": "de",
    "фр": "fr",
    "фра": "fr",
    "исп": "es",
    "ит": "it",
    "кит": "zh",
    "яп": "ja",
    "укр": "uk",
    "бел": "be",
    "лат": "la",
}
"""Short names: ISO 639-2, and Russian ones after GOST 7.75-97 and the dictionaries' own."""

REGION_WORDS: dict[str, str] = {"uk": "GB", "usa": "US", "u s": "US", "сша": "US", "рф": "RU", "кнр": "CN"}

_SOURCE = Role.TERM, "source"
_TARGET = Role.TERM, "target"
SIDES: dict[str, tuple[Role, str]] = {
    **dict.fromkeys(("source", "original", "исходный текст", "оригинал", "источник"), _SOURCE),
    **dict.fromkeys(("target", "translation", "перевод", "эквивалент", "equivalent"), _TARGET),
    **{f"source {word}": _SOURCE for word in ("term", "text", "string", "segment")},
    **{f"target {word}": _TARGET for word in ("term", "text", "string", "segment")},
    **dict.fromkeys(("исходный термин", "исходное слово"), _SOURCE),
    **dict.fromkeys(("перевод термина", "целевой термин"), _TARGET),
    **{f"source {word}": (Role.LANGUAGE, "source") for word in ("language", "lang", "locale")},
    **{f"target {word}": (Role.LANGUAGE, "target") for word in ("language", "lang", "locale")},
}
"""Headers that name a side instead of a language."""
