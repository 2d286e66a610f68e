# evidence: neutral.tools/own-tool-typed
class LookUp < Tools::Base
end

# evidence: neutral.tools/own-tool-typed
class ToolRegistry
end

# ok: neutral.tools/own-tool-typed
class Desk < ApplicationRecord
end

# evidence: neutral.tools/own-tool-typed
class Assistant::Function::FindClaim < Assistant::Function
end

# evidence: neutral.tools/own-tool-typed
class Assistant::FunctionToolCaller
end

# ok: neutral.tools/own-tool-typed
class Assistant::Responder
end
