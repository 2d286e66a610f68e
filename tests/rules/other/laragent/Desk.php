<?php

namespace App\AiAgents;

use LarAgent\Agent;
use LarAgent\Attributes\Tool;

// evidence: other.laragent/agent
class Desk extends Agent
{
    // evidence: other.laragent/model-id
    protected $model = 'gpt-4o-mini';
    // evidence: other.laragent/history
    protected $history = 'session';
    // ok: other.laragent/history, other.laragent/model-id
    protected $provider = 'default';

    // evidence: other.laragent/tool
    #[Tool('Looks up a claim')]
    public function claim(string $number): string
    {
        return $this->claims->find($number);
    }
}

// ok: other.laragent/agent, other.laragent/tool
class Shelf extends Model
{
}
