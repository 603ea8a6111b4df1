"""Rules and labelled statements in, how right the product is out."""
