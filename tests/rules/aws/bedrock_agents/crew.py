"""A crew that hands work to a Bedrock agent."""

from crewai_tools import BedrockInvokeAgentTool, ScrapeWebsiteTool
from langchain_aws import AmazonKnowledgeBasesRetriever
from crewai_tools.aws.bedrock.knowledge_base.retriever_tool import BedrockKBRetrieverTool

# evidence: aws.bedrock_agents/agent-invocation
ask = BedrockInvokeAgentTool(agent_id="ABCDEFGHIJ", agent_alias_id="KLMNOPQRST")
# evidence: aws.bedrock_agents/knowledge-base
manuals = BedrockKBRetrieverTool(knowledge_base_id="ABCDEFGHIJ")
# evidence: aws.bedrock_agents/knowledge-base
answers = AmazonKnowledgeBasesRetriever(knowledge_base_id="ABCDEFGHIJ")
# ok: aws.bedrock_agents/agent-invocation, aws.bedrock_agents/knowledge-base
pages = ScrapeWebsiteTool()
