<?php

// ok: openai.responses/dashboard-runbook
$words['desk'] = ['OpenAI Dashboard', 'Manage what is kept at the vendor'];
