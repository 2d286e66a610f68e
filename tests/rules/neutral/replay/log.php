<?php

use Illuminate\Support\Facades\Schema;

// evidence: neutral.replay/event-log
Schema::create('agent_run_events', function ($table) {
    $table->id();
});
// ok: neutral.replay/event-log
Schema::create('events', function ($table) {
    $table->id();
});
