"""What a case holds for the law, read: facts, classes, agreements, patterns, qualifications."""
