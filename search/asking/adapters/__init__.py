"""Ways by which a notice leaves: a mail server, a gateway for text messages, a file in the demonstration."""
