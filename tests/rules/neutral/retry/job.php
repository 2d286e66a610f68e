<?php

namespace App\Jobs;

use App\Services\OpenAIService;
use Illuminate\Contracts\Queue\ShouldQueue;

class ReadAnswer implements ShouldQueue
{
    // evidence: neutral.retry/job-attempts, neutral.retry/agent-job-attempts
    public int $tries = 3;
    // ok: neutral.retry/agent-job-attempts
    public $queue = 'answers';

    // evidence: neutral.retry/job-attempts, neutral.retry/agent-job-attempts
    public function backoff(): int
    {
        return 10;
    }

    public function handle(OpenAIService $service): void
    {
        $service->read($this->question);
    }
}
