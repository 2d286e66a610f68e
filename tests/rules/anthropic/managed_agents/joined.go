package client

import "net/url"

// The address and the beta header stand in another file.
func (c *Client) paths(id string) {
	// evidence: anthropic.managed_agents/joined-path
	c.do("POST", "/v1/agents/"+url.PathEscape(id)+"/archive")
	// evidence: anthropic.managed_agents/joined-path, anthropic.managed_agents/joined-memory-path
	c.do("POST", "/v1/sessions")
	// evidence: anthropic.managed_agents/joined-environment-path
	c.do("POST", "/v1/environments")
	// evidence: anthropic.managed_agents/joined-memory-path
	c.do("GET", "/v1/memory_stores/")
	// evidence: anthropic.managed_agents/joined-vault-path
	c.do("POST", "/v1/vaults")
}

func routes(r *Router) {
	// ok: anthropic.managed_agents/joined-path, anthropic.managed_agents/joined-memory-path
	r.Post("/v1/sessions", create)
	// ok: anthropic.managed_agents/joined-environment-path
	r.Get("/v1/environments", list)
	// ok: anthropic.managed_agents/joined-vault-path
	r.Get("/api/v1/vaults", list)
}
