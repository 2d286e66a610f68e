class AnswerJob < ApplicationJob
  # evidence: neutral.retry/retry-gem, neutral.retry/agent-job-attempts
  retry_on Faraday::TimeoutError, wait: 5.seconds, attempts: 3
  # ok: neutral.retry/agent-job-attempts
  queue_as :answers

  def perform(question)
    Ai::AnswerService.new(question).call
  end
end
