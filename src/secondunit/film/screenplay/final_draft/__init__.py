"""Final Draft's paragraphs and what they mean."""
