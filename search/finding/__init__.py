"""Looking one record up, over what a committee may see."""
