"""What families and partners do: register, amend, withdraw, report, import, keep a draft, read their own."""
