"""Documents are read in: no model is called."""

from haystack import Pipeline
from haystack.components.writers import DocumentWriter

# ok: other.haystack/pipeline
indexing = Pipeline()
indexing.add_component("writer", DocumentWriter(store))
