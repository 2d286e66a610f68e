<?php

namespace App\Jobs;

use Anthropic\Client;
use Anthropic\RequestOptions;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use GuzzleRetry\GuzzleRetryMiddleware;
use Illuminate\Support\Facades\Http;

class AnswerClaim
{
    // evidence: neutral.retry/job-attempts, neutral.retry/agent-job-attempts
    public $tries = 3;
    // evidence: neutral.retry/job-attempts, neutral.retry/agent-job-attempts
    public array $backoff = [1, 5, 10];
    // ok: neutral.retry/job-attempts
    public $queue = 'claims';

    // evidence: neutral.retry/job-attempts, neutral.retry/agent-job-attempts
    public function retryUntil()
    {
        return now()->addMinutes(10);
    }

    public function handle(Claim $claim)
    {
        // evidence: neutral.retry/client-attempts, neutral.retry/attempts-value
        $client = new Client(requestOptions: RequestOptions::with(maxRetries: 4));
        $stack = HandlerStack::create();
        // evidence: neutral.retry/retry-gem
        $stack->push(Middleware::retry($this->decide(), $this->wait()));
        // evidence: neutral.retry/retry-gem
        $stack->push(GuzzleRetryMiddleware::factory());
        // evidence: neutral.retry/retry-gem
        Http::retry(3, 100)->post('https://example.com');
        // evidence: neutral.retry/retry-helper
        retry(5, fn () => $client->messages->create(maxTokens: 10));
        // ok: neutral.retry/retry-gem
        $claim->retry();
    }
}
