"""Any input as a page: text, Markdown, HTML or mail, decoded and cut into blocks."""
