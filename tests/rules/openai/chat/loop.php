<?php

$client = OpenAI::client(getenv('OPENAI_API_KEY'));
// evidence: openai.chat/own-loop
$client->chat()->create(['model' => $model, 'messages' => $history, 'tools' => $tools]);
// ok: openai.chat/own-loop
$client->chat()->create(['model' => $model, 'messages' => $history]);
