"""The report as a story in blocks (headings, paragraphs, tables, pictures), told once; Markdown and Word print the same one."""
