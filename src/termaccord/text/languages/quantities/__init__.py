"""How each language writes amounts, dates and times in words."""
