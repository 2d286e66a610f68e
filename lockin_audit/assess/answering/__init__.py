"""The four questions answered in words: one module per question, each giving parts with a heading, and the sentences they share."""
