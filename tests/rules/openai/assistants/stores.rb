class Stores
  def names(version)
    # ok: openai.assistants/joined-thread-path
    version.settings.dig("file_search", "vector_stores") || []
  end

  def make(http, name)
    # evidence: openai.assistants/joined-thread-path
    http.post("vector_stores", body: { name: name })
  end

  def read(http, id)
    # evidence: openai.assistants/joined-thread-path
    http.get("/vector_stores/#{id}/files")
  end
end
