class Desk
  def run
    # evidence: neutral.loop/rounds
    MAX_ITERATIONS.times do |round|
      step(round)
    end
    # ok: neutral.loop/rounds
    3.times { |round| step(round) }
  end
end
