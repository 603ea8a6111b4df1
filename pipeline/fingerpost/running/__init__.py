"""The stages composed: one migration, its batches, its cache and its workers."""
