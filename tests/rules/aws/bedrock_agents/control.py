"""Parts of control that Bedrock holds, set up by boto3: fixture, never imported."""

import boto3

agents = boto3.client("bedrock-agent")
runtime = boto3.client("bedrock-agent-runtime")

# evidence: aws.bedrock_agents/agent-definition
lead = agents.create_agent(
    agentName="lead",
    agentResourceRoleArn=ROLE,
    # evidence: aws.bedrock_agents/collaboration
    agentCollaboration="SUPERVISOR",
    # evidence: aws.bedrock_agents/guardrail
    guardrailConfiguration={"guardrailIdentifier": "gr-1", "guardrailVersion": "1"},
)
# evidence: aws.bedrock_agents/agent-definition, aws.bedrock_agents/collaboration
agents.associate_agent_collaborator(agentId=lead["agentId"], agentVersion="DRAFT", collaboratorName="parts")
# evidence: aws.bedrock_agents/agent-invocation, aws.bedrock_agents/session, aws.bedrock_agents/agent-prompt
runtime.invoke_inline_agent(
    foundationModel=MODEL,
    inputText="x",
    # evidence: aws.bedrock_agents/guardrail
    guardrailConfiguration={"guardrailIdentifier": "gr-1", "guardrailVersion": "1"},
)
# ok: aws.bedrock_agents/collaboration
# evidence: aws.bedrock_agents/guardrail
boto3.client("bedrock").create_guardrail(name="guardrailConfiguration")
