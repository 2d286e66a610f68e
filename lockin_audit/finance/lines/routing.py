"""Sending easy work to a cheaper model, less what the change of model loses of the prompt cache.

Of each session the share x goes to a model that costs c times as much per token. The share e of that work has to be done again by the large
one, so x(1 - c - e) of the tokens is saved at most. Whole sessions on one model lose no cache. Where the model changes within a session,
every B steps (1: at each step), the model taken up again must write what was added since it last ran, at the price of a cache write instead
of a cache read; where its cache has expired meanwhile (share z), the whole context.

With n steps in ⌈n ÷ B⌉ blocks, prefix P and d tokens added per step, the last block starts from P + d[B(⌈n ÷ B⌉ - 1) - 1] tokens in the
cache: so much is written again once by each model that lacked it, the small one's part at c. With cold caches each of the
2·min(x, 1 - x)(⌈n ÷ B⌉ - 1) changes writes the whole context, on average P + d(B⌈n ÷ B⌉ ÷ 2 - 1). For x = 1/2 and blocks in turn both are
exact, taking the mean over which model comes first.
"""

from __future__ import annotations

from lockin_audit.finance.lines.declared import Declared, by_volume, monthly, once

SHARED: tuple[Declared, ...] = (
    once(
        "routing_gross",
        "Tokens saved by the cheaper model, before lost cache",
        "share",
        "routing.share * (1 - routing.price_ratio - routing.redone_share)",
    ),
    once(
        "routing_warm_weight",
        "Price of writing again, caches warm",
        "factor",
        "(1 - routing.cold_share) * (routing.share + (1 - routing.share) * routing.price_ratio)",
    ),
    once("routing_cold_weight", "Price of writing again, caches cold", "factor", "routing.cold_share * (1 + routing.price_ratio) / 2"),
)
CHANGES: tuple[Declared, ...] = (
    once("blocks", "Stretches of steps on one model", "stretches", "ceil(w.steps / max(1, routing.steps_per_switch))"),
    once(
        "model_changes",
        "Changes of model within a session",
        "changes/session",
        "if_(routing.steps_per_switch > 0, 2 * min(routing.share, 1 - routing.share) * (w.blocks - 1), 0)",
    ),
)
GROWING: tuple[Declared, ...] = (
    once(
        "last_context",
        "Context when the last stretch begins",
        "tokens",
        "w.prefix_tokens + w.step_growth * (routing.steps_per_switch * (w.blocks - 1) - 1)",
    ),
    once(
        "mean_context",
        "Context at a change of model, on average",
        "tokens",
        "w.prefix_tokens + w.step_growth * (routing.steps_per_switch * w.blocks / 2 - 1)",
    ),
    once("cache_on", "Steps whose cache a change of model can lose", "share", "w.cached_share * (1 - w.cache_expiry_share)"),
)
"""Where the context grows step by step."""
ESTIMATED: tuple[Declared, ...] = (
    once("last_context", "Context written in a session", "tokens", "w.cache_writes"),
    once("mean_context", "Context of a call, on average", "tokens", "(w.uncached + w.cache_writes + w.cache_reads) / w.steps"),
    once("cache_on", "Steps whose cache a change of model can lose", "share", "1"),
)
"""Where tokens are measured or the context is summarised: an estimate from the totals."""
WRITTEN_AGAIN: tuple[Declared, ...] = (
    once("warm_again", "Written again, caches warm", "tokens/session", "if_(w.model_changes > 0, w.last_context, 0) * routing_warm_weight"),
    once("cold_again", "Written again, caches cold", "tokens/session", "w.model_changes * w.mean_context * routing_cold_weight"),
    once(
        "written_again",
        "Context written again, at the large model's price",
        "tokens/session",
        "w.cache_on * (w.warm_again + w.cold_again) * w.multi_agent_factor * w.work_factor",
    ),
)
PER_SESSION: tuple[Declared, ...] = (
    once("rewriting", "Writing instead of reading", "USD/1,000,000 tokens", "price.cache_write_5m_tokens - price.cache_read_tokens"),
    once("cache_lost", "Cache lost by changing the model", "USD/session", "w.written_again * ow.rewriting / 1000000"),
    once(
        "routing_saved",
        "Saved by routing, less lost cache and the router",
        "USD/session",
        "o.routing_access * (routing_gross * ow.token_cost - ow.cache_lost - routing.router_cost)",
    ),
    once("routed_cost", "Tokens per session, routed", "USD/session", "ow.token_cost - ow.routing_saved"),
)
TOKENS_BY_WORKFLOW = monthly("tokens", "Tokens", "money", "w.sessions * ow.routed_cost * token_price_index")
TOKENS = by_volume("tokens", "Model tokens", "sum(all.tokens) * o.live")
