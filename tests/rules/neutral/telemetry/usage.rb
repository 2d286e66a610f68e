def ask(client, metrics)
  answer = client.messages(prompt)
  # evidence: neutral.telemetry/usage-recorded
  metrics.record_token_usage(input_tokens: answer.input_tokens)
  # ok: neutral.telemetry/usage-recorded
  metrics.record_usage(answer.size)
end
