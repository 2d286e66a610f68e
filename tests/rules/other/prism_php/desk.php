<?php

namespace App\Desk;

use Prism\Prism\Facades\Prism;
use Prism\Prism\Facades\Tool;

class Desk
{
    public function ask(string $text): string
    {
        // evidence: other.prism_php/tool
        $claims = Tool::as('claims')
            ->for('Looks up a claim')
            ->using(fn (string $number): string => Claim::find($number)->toJson());

        return Prism::text()
            ->using(config('desk.provider'), config('desk.model'))
            // evidence: other.prism_php/agent
            ->withTools([$claims])
            // evidence: other.prism_php/retry
            ->withClientRetry(3, 100)
            // ok: other.prism_php/agent, other.prism_php/tool, other.prism_php/retry
            ->withPrompt($text)
            ->asText()->text;
    }
}
