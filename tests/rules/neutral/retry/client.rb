class Desk
  def client
    OpenAI::Client.new(key: key) do |web|
      # evidence: neutral.retry/agent-job-attempts, neutral.retry/retry-gem
      web.request(:retry, max: 3)
      # ok: neutral.retry/agent-job-attempts
      web.request(:json)
    end
  end
end
