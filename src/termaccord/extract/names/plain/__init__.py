"""Names in languages whose words have no cases: capitals mark them, small words join them."""
