"""The worker and its acts: compare a record with the other side, propose pairs, find duplicates."""
