<?php

use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Schema;

class DeskLog
{
    // evidence: neutral.telemetry/step-logger-typed
    private function logToolCall(string $tool): void
    {
        // evidence: neutral.telemetry/agent-entry, neutral.telemetry/structured-entry-dynamic
        Log::info('asked', ['conversation_id' => $this->id, 'tool' => $tool]);
        // evidence: neutral.telemetry/agent-entry
        Log::channel('desk')->info('asked', ['total_tokens' => 5]);
        // ok: neutral.telemetry/agent-entry
        Log::info('ordered', ['order' => $tool]);
    }
}

// evidence: neutral.telemetry/usage-table-dynamic
Schema::create('ai_usage_logs', function ($table) {
});
// ok: neutral.telemetry/usage-table-dynamic
Schema::create('invoice_logs', function ($table) {
});
// evidence: neutral.telemetry/usage-table-dynamic
class AiUsageLog extends Model
{
    public static function keep(array $row): void
    {
        // evidence: neutral.telemetry/usage-table-dynamic
        AiUsageLog::create($row);
    }
}
