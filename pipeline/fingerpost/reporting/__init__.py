"""An outcome in, the tables and pages that say what happened out."""
