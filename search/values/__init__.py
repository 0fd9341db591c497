"""From words to typed values: dates, phones, places, marks, effects, in many languages. No table, no database."""
