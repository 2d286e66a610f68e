<?php

$payload['tools'] = [
    [
        // evidence: google.gemini/tool-schema-rest
        'functionDeclarations' => $declarations,
        // ok: google.gemini/tool-schema-rest
        'declarations' => $others,
    ],
];
