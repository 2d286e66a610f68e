<?php

$client->assistants()->create([
    'tools' => [
        // evidence: openai.assistants/listed-tools-dynamic
        ['type' => 'retrieval'],
        // ok: openai.assistants/listed-tools-dynamic
        ['type' => 'text'],
    ],
]);
