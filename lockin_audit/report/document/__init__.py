"""`report.docx`: the story with real styles, headings, captions and a table of contents. Importing its modules loads python-docx."""
