class ClaimsJob < ApplicationJob
  # evidence: neutral.retry/retry-gem, neutral.retry/agent-job-attempts
  retry_on OpenAI::Errors::APITimeoutError, wait: :polynomially_longer, attempts: 5

  def perform(claim)
    # evidence: neutral.retry/client-attempts, neutral.retry/attempts-value
    client = OpenAI::Client.new(max_retries: 4)
    # evidence: neutral.retry/retry-gem
    Retryable.retryable(tries: 3, on: OpenAI::Errors::APIError) do
      client.responses.create(model: MODEL, input: claim.text)
    end
    # evidence: neutral.retry/retry-gem
    Retriable.retriable(tries: 3) { client.responses.create(model: MODEL, input: claim.text) }
    # ok: neutral.retry/retry-gem
    claim.request :approval
    # ok: neutral.retry/client-attempts
    Shop::Client.new(retries: 4)
  end

  def web
    Faraday.new do |f|
      # evidence: neutral.retry/retry-gem, neutral.retry/agent-job-attempts
      f.request :retry, max: 3
    end
  end
end

class ClaimsWorker
  # evidence: neutral.retry/retry-gem, neutral.retry/agent-job-attempts
  sidekiq_options queue: "claims", retry: 5
  # ok: neutral.retry/retry-gem
  sidekiq_options queue: "claims"
end
