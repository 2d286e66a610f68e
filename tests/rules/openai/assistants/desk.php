<?php

use OpenAI\Laravel\Facades\OpenAI;

$client = OpenAI::client(getenv('OPENAI_API_KEY'));
// evidence: openai.assistants/thread-store-sdk
$thread = $client->threads()->create([]);
// evidence: openai.assistants/run-sdk
$run = $client->threads()->runs()->create($thread->id, ['assistant_id' => 'x']);
// ok: openai.assistants/thread-store-sdk
$topic = Forum::client()->threads()->create([]);
// evidence: openai.assistants/run-polling-sdk
$run = $client->threads()->runs()->retrieve($thread->id, $run->id);
// ok: openai.assistants/run-polling-sdk
$topic = Forum::client()->threads()->retrieve('x');
