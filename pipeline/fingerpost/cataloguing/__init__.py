"""The categories in, as tables people can edit, and what a change of them touches out."""
