"""What families and reporters are asked on fixed days, and what they write and answer."""
