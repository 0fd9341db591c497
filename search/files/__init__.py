"""Files of other formats than senders' sheets: searches as JSON lines, lists of incidents, exported proposals."""
