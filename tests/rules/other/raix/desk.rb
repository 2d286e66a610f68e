class Desk
  # evidence: other.raix/agent
  include Raix::ChatCompletion
  # evidence: other.raix/tool
  include Raix::FunctionDispatch
  # ok: other.raix/agent, other.raix/tool
  include ActiveModel::Model
end
