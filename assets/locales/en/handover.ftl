# Templates, drafts and how they are handed over.
