"""A folder of public Word files in, the balance of words between product and oracle out."""
