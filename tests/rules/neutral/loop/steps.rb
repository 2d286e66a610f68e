class Desk
  def run
    # evidence: neutral.loop/steps
    MAX_ITERATIONS.times do |round|
      step(round)
    end
    # ok: neutral.loop/steps
    3.times { |round| step(round) }
  end
end
