<?php

use Illuminate\Support\Facades\Log;
use OpenTelemetry\API\Globals;
use OpenTelemetry\SDK\Trace\TracerProvider;

// evidence: neutral.telemetry/opentelemetry-setup-dynamic
$provider = new TracerProvider($processor);
// evidence: neutral.telemetry/span-dynamic
$tracer = Globals::tracerProvider()->getTracer('claims');
// evidence: neutral.telemetry/span-dynamic
$span = $tracer->spanBuilder('agent.step')->startSpan();
// evidence: neutral.telemetry/structured-entry-dynamic, neutral.telemetry/agent-entry
Log::info('agent.step', ['conversation_id' => $id, 'output_tokens' => 3]);
// ok: neutral.telemetry/structured-entry-dynamic
Log::info('done');
// ok: neutral.telemetry/span-dynamic
$bridge->span('river');
