"""Strings beside their translations: PO, XLIFF, two columns, and what translate-toolkit reads."""
