<?php

// evidence: google.gemini/model-in-address
$address = 'https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent';
// ok: google.gemini/model-in-address
$list = 'https://generativelanguage.googleapis.com/v1beta/models';
// evidence: google.gemini/own-loop-answers
$contents[] = ['role' => 'function', 'parts' => [['functionResponse' => ['name' => $name, 'response' => $result]]]];
// ok: google.gemini/own-loop-answers
$seen = $part['functionResponse'] ?? null;
