<?php

use Anthropic\Client;

$client = new Client(apiKey: getenv('ANTHROPIC_API_KEY'));
// evidence: anthropic.messages/own-loop, anthropic.messages/model-id
$client->messages->create(maxTokens: 1024, messages: $history, model: 'claude-sonnet-5', tools: $tools);
// ok: anthropic.messages/own-loop
$client->messages->create(maxTokens: 1024, messages: $history, model: $model);
$other = \Anthropic::client($key);
// evidence: anthropic.messages/own-loop
$other->messages()->create(['model' => $model, 'messages' => $history, 'tools' => $tools]);
// ok: anthropic.messages/own-loop
$other->messages()->create(['model' => $model, 'messages' => $history]);
