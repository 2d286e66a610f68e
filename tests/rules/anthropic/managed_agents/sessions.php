<?php

use Anthropic\Client;

$client = new Client(apiKey: getenv('ANTHROPIC_API_KEY'));
// evidence: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
$session = $client->beta->sessions->create(['agent' => 'x']);
// ok: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
$other = (new Shop\Client())->beta->sessions->create(['agent' => 'x']);
