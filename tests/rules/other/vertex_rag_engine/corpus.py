from vertexai.preview import rag

# evidence: other.vertex_rag_engine/embedding-model
vectors = rag.EmbeddingModelConfig(publisher_model="publishers/google/models/text-embedding-004")
# ok: other.vertex_rag_engine/embedding-model
settings = EmbeddingSettings(model="bge-small")
# evidence: other.vertex_rag_engine/corpus
corpus = rag.create_corpus(display_name="policies", embedding_model_config=vectors)
# ok: other.vertex_rag_engine/corpus
own = pgvector.create_collection("policies")
# evidence: other.vertex_rag_engine/retrieval
found = rag.retrieval_query(text="hail", rag_resources=[corpus])
# ok: other.vertex_rag_engine/retrieval
rows = own.query(text="hail")
