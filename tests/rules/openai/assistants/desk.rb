client = OpenAI::Client.new(access_token: ENV.fetch("OPENAI_ACCESS_TOKEN"))
# evidence: openai.assistants/thread-store-sdk
thread = client.threads.create
# evidence: openai.assistants/run-sdk
client.runs.create(thread_id: thread["id"], parameters: { assistant_id: "x" })
forum = Forum::Client.new
# ok: openai.assistants/thread-store-sdk
forum.threads.create
# evidence: openai.assistants/run-polling-sdk
client.runs.retrieve(id: "run", thread_id: thread["id"])
# ok: openai.assistants/run-polling-sdk
forum.runs.retrieve(id: "run")
