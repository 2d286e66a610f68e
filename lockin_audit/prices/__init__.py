"""The price book, token prices, quantities with units, and exact bills; imports core only."""
