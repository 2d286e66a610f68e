<?php

use Aws\BedrockAgent\BedrockAgentClient;

$agents = new BedrockAgentClient(['region' => 'eu-central-1']);
// evidence: aws.bedrock_agents/agent-definition-sdk
$agents->createAgent([
    'agentName' => 'desk',
    // evidence: aws.bedrock_agents/agent-prompt-sdk
    'instruction' => 'Answer claims.',
]);
// ok: aws.bedrock_agents/agent-definition-sdk
$shop->createAgent(['agentName' => 'desk']);
