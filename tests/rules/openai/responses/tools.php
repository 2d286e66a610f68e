<?php

$client = OpenAI::client(getenv('OPENAI_API_KEY'));
// evidence: openai.responses/own-loop-sdk
$client->responses()->create([
    'model' => $model,
    'input' => 'x',
    // evidence: openai.responses/hosted-tool-sdk
    'tools' => [['type' => 'web_search_preview']],
]);
// evidence: openai.responses/background-run-sdk
$client->responses()->create(['model' => $model, 'input' => 'x', 'background' => true]);
// evidence: openai.responses/vector-store-sdk
$client->vectorStores()->create(['name' => 'claims']);
// evidence: openai.responses/kept-history-sdk
$client->conversations()->create([]);
// ok: openai.responses/own-loop-sdk, openai.responses/background-run-sdk
$client->responses()->create(['model' => $model, 'input' => 'x']);
// ok: openai.responses/vector-store-sdk
(new Shelf())->vectorStores()->create(['name' => 'claims']);
