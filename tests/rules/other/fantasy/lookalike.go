package desk

import "example.com/shop/fantasy"

func shop(model string) {
	fantasy.NewAgent(model)            // ok: other.fantasy/agent
	fantasy.NewAgentTool("book", "x")  // ok: other.fantasy/tool
}
