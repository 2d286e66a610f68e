<?php

use Aws\BedrockAgentRuntime\BedrockAgentRuntimeClient;

$client = new BedrockAgentRuntimeClient(['region' => 'eu-central-1']);
// evidence: aws.bedrock_agents/agent-invocation-sdk, aws.bedrock_agents/session-sdk
$answer = $client->invokeAgent(['agentId' => 'ABCDEFGHIJ', 'sessionId' => 's', 'inputText' => 'x']);
// ok: aws.bedrock_agents/agent-invocation-sdk
$other = $shop->invokeAgent(['id' => 's']);
