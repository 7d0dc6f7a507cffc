"""How a sentence is built: units (phrases, verbs, marks), clauses, and who stands in which slot of a verb."""
