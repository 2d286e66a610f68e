"""From evidence and answers to verdicts, recommendations and the rebuild list."""
