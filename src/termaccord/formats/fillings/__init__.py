"""Translations put into PO and XLIFF, each format's way of writing them."""
