<?php

return [
    // evidence: neutral.retry/attempts-setting
    'max_attempts' => (int) env('CHATBOT_RETRY_MAX_ATTEMPTS', 3),
    // ok: neutral.retry/attempts-setting
    'delay' => (int) env('CHATBOT_DELAY', 3),
];
