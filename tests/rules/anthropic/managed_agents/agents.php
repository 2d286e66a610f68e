<?php

use Anthropic\Client;

$client = new Client(apiKey: getenv('ANTHROPIC_API_KEY'));
// evidence: anthropic.managed_agents/environment-sdk
$client->beta->environments->create(name: 'desk');
// evidence: anthropic.managed_agents/memory-store-sdk
$client->beta->memoryStores->create(name: 'claims');
// evidence: anthropic.managed_agents/deployment-sdk
$client->beta->deployments->create(agent: 'x');
// evidence: anthropic.managed_agents/event-stream-sdk
$client->beta->sessions->events->streamStream('s');
// ok: anthropic.managed_agents/environment-sdk
(new Shop\Client())->beta->environments->create(name: 'desk');
