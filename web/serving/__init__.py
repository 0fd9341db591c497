"""The web server: waitress, which reads heads and bodies without holding a thread, with our own deadlines."""
