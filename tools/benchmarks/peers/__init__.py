"""Other people's record linkage on the same records, for a fair comparison. Nothing here is needed to run anything."""
