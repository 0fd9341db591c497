"""What committees do: read the queue, a card and its group, judge pairs and duplicates, reveal contacts."""
