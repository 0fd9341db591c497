"""Sentences of families' pages as people read them aloud: public words, one file of speech each, kept for everybody."""
