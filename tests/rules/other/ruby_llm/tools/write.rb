module Desk
  module Tools
    # evidence: other.ruby_llm/tool-of-base
    class Write < Base
      # ok: other.ruby_llm/tool-of-base
      class Refused < StandardError; end
    end
  end
end
