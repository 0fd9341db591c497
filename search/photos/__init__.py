"""Photos: read in a confined child, made anew without what a camera wrote, sealed under the key of their record."""
