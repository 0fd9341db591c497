"""Pictures of our own: the body with places on it, teeth, kinds of marks, garments and colours, for every portal."""
