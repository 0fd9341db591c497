"""Words for marks, clothing and belongings, in the sheet's language, turned into the codes of the vocabulary."""
