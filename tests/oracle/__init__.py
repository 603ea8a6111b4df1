"""Word packages in, their words out, by a way of reading that shares nothing with the product."""
