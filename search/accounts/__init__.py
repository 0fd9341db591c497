"""Who may come in: sign-in, sessions, organisations, tokens, words; and the audit chain of who did what."""
