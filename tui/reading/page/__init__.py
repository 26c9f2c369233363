"""A page saved as plain text: which of its lines are the article. Begin with `page`."""
