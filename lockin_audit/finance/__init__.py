"""The cost model: declared once as lines, worked out exactly, simulated, and rendered to other forms."""
