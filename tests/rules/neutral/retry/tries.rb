def settle(query)
  tries = 3
  # evidence: neutral.retry/tries-counted
  while query.error && tries > 0
    tries -= 1
    query = ask_again(query)
  end
  # ok: neutral.retry/tries-counted
  while query.offset < query.length
    query.step
  end
end
