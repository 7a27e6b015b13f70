"""Tables of text: rows out of CSV, TSV and XLSX, and what their headers mean."""
