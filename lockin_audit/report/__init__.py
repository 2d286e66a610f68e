"""What a reader gets: one Study, rendered as workbook, page, text, charts and data. Nothing here computes."""
