<?php

use LLPhant\Chat\FunctionInfo\FunctionBuilder;
use LLPhant\Chat\OpenAIChat;
use LLPhant\OpenAIConfig;
use LLPhant\Query\SemanticSearch\ChatSession;

$config = new OpenAIConfig();
// evidence: other.llphant/model-id
$config->model = 'gpt-4o';
// ok: other.llphant/model-id
$config->apiKey = 'claims-key';
// evidence: other.llphant/tool
$look = FunctionBuilder::buildFunctionInfo(new Claims(), 'look');
// ok: other.llphant/tool
$other = ClaimBuilder::build(new Claims());
$chat = new OpenAIChat($config);
// evidence: other.llphant/agent
$chat->addTool($look);
// ok: other.llphant/agent
$chat->setSystemMessage('You help with claims.');
// evidence: other.llphant/history
$session = new ChatSession();
// ok: other.llphant/history
$web = new WebSession();
