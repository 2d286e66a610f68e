"""A desk on the client inside the package `letta`, before letta-client took over."""

from letta import ChatMemory, LLMConfig, create_client
from letta.prompts import gpt_system

from ours import Shop


def desk(client):
    # evidence: other.letta/older-run
    agent = client.create_agent(
        name="claims",
        # evidence: other.letta/older-model
        llm_config=LLMConfig(model="gpt-4o-mini", model_endpoint_type="openai"),
        # evidence: other.letta/older-memory
        memory=ChatMemory(persona="A clerk", human="A customer"),
        # evidence: other.letta/older-prompt
        system=gpt_system.get_system_text("memgpt_chat"),
    )
    # evidence: other.letta/older-tool
    client.add_tool_to_agent(agent.id, client.get_tool_id("look_up"))
    return agent


def ask(agent, text):
    client = create_client(base_url="http://localhost:8283")
    # evidence: other.letta/older-run
    response = client.send_message(agent_id=agent.id, message=text, role="user")
    # evidence: other.letta/older-usage
    print(response.usage)
    for message in response.messages:
        # evidence: other.letta/older-usage
        if type(message).__name__ == "ToolCallMessage":
            print(message.tool_call)
        # ok: other.letta/older-usage
        print(message.text)
    # evidence: other.letta/older-memory
    client.get_in_context_memory(agent.id)
    # evidence: other.letta/older-history
    return client.get_messages(agent.id)


def shop(model):
    mine = Shop()
    # ok: other.letta/older-run, other.letta/older-prompt
    mine.create_agent(name="claims", system="Be kind.")
    # ok: other.letta/older-history
    mine.get_messages(1)
    # ok: other.letta/older-tool
    mine.create_tool("hammer")
    # ok: other.letta/older-memory
    mine.create_block("wood")
    # ok: other.letta/older-model
    return LLMConfig(model=model)
