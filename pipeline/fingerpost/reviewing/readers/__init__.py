"""What readers of the directory reported in, whatever form brought it, as values out."""
