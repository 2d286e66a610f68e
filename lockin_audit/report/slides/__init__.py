"""`slides.pptx`: six slides with text and tables that stay editable. Importing its modules loads python-pptx."""
