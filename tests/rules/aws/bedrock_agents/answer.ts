export async function handler({ messageVersion, apiPath, actionGroup, httpMethod }: Asked) {
  const response = {
    apiPath,
    // evidence: aws.bedrock_agents/action-group-answer
    actionGroup,
    // ok: aws.bedrock_agents/action-group-answer
    httpMethod,
  };
  return { messageVersion, response };
}
