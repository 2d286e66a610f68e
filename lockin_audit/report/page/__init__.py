"""The parts of `report.html`: markup that cannot be injected into, the sections, style sheet and script."""
