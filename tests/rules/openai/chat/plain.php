<?php

// evidence: openai.chat/own-loop-rest
$answer = Http::post($base . '/v1/chat/completions', ['model' => $model, 'messages' => $messages]);
foreach ($answer['choices'][0]['message']['tool_calls'] ?? [] as $call) {
    $messages[] = [
        // evidence: openai.chat/own-loop-answers
        'role' => 'tool',
        // evidence: openai.chat/own-loop-answers
        'tool_call_id' => $call['id'],
        'content' => run($call),
    ];
}
// ok: openai.chat/own-loop-answers
$seen = $row['tool_call_id'] ?? null;
// ok: openai.chat/own-loop-rest
$page = Http::get('https://example.com/chat/completed');
// evidence: openai.chat/own-loop-answers
$messages[] = ['role' => 'tool', 'content' => run($call)];
// ok: openai.chat/own-loop-answers
$messages[] = ['role' => 'user', 'content' => 'tool'];
