import boto3

agents = boto3.client("bedrock-agent")
search = boto3.client("bedrock-agent-runtime")
# evidence: aws.bedrock_agents/model-beside-call
MODEL = "anthropic.claude-3-5-sonnet-20240620-v1:0"


def keep(base: str, source: str, documents: list[dict]) -> None:
    # evidence: aws.bedrock_agents/knowledge-base-sync
    agents.ingest_knowledge_base_documents(knowledgeBaseId=base, dataSourceId=source, documents=documents)
    # ok: aws.bedrock_agents/knowledge-base-sync
    agents.list_knowledge_base_documents(knowledgeBaseId=base, dataSourceId=source)


def ask(base: str, text: str) -> dict:
    # evidence: aws.bedrock_agents/knowledge-base
    return search.retrieve_and_generate(
        input={"text": text},
        retrieveAndGenerateConfiguration={
            "type": "KNOWLEDGE_BASE",
            "knowledgeBaseConfiguration": {"knowledgeBaseId": base, "modelArn": MODEL},
        },
    )


# evidence: aws.bedrock_agents/model-beside-call
ANSWERS = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
# ok: aws.bedrock_agents/model-beside-call
VECTORS = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
