"""The nouns every layer shares; imports the standard library and pydantic only."""
