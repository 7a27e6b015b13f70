"""How much text there is: words and characters, as translators are paid by."""
