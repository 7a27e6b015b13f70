"""A small glossary of a harbour that never was, with all that a list may lose."""

from termaccord.model import Concept, DataCategory, Description, Glossary, LanguageSection, Status, Term

NOTE = DataCategory("note", text="On signs since spring.")
CHANGE = DataCategory(
    "transacGrp",
    children=(
        DataCategory("transac", "transactionType", "origination"),
        DataCategory("date", "", "2024-03-01"),
        DataCategory("transacNote", "responsibility", "V. Lotsman"),
    ),
)
BOARD = Concept(
    "c-board",
    (
        LanguageSection(
            "en",
            (
                Term(
                    "Harbour Board",
                    Status.PREFERRED,
                    "noun",
                    "fullForm",
                    (Description("The Harbour Board met."),),
                ),
                Term("HB", Status.ADMITTED, "noun", "acronym"),
                Term("Port Panel", Status.DEPRECATED),
            ),
        ),
        LanguageSection("ru", (Term("Портовый совет", Status.PREFERRED, "noun", "fullForm", (), (NOTE,)),)),
    ),
    "ports",
    Description("A body that runs a harbour."),
    (DataCategory("note", text="Founded late."), CHANGE),
)
LOCK = Concept(
    "c-lock",
    (LanguageSection("en", (Term("lock"),)), LanguageSection("ru", (Term("шлюз"), Term("камера шлюза")))),
)
OTHER_LOCK = Concept(
    "c-door-lock", (LanguageSection("en", (Term("lock"),)), LanguageSection("ru", (Term("замок"),)))
)
HARBOUR = Glossary((BOARD, LOCK, OTHER_LOCK), "Harbour words")
