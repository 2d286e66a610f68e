"""Has Foundry run the claims desk against a set of cases."""

run = evaluations.start(
    eval_id="e",
    data_source={
        "type": "azure_ai_target_completions",
        # evidence: microsoft.foundry_agents/evaluated-agent
        "target": {"type": "azure_ai_agent", "name": "desk"},
    },
)
# ok: microsoft.foundry_agents/evaluated-agent
other = {"type": "azure_ai_model", "name": "desk"}
