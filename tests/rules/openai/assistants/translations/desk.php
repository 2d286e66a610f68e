<?php

// ok: openai.assistants/dashboard-runbook
$words['desk'] = ['OpenAI Dashboard', 'Manage what is kept at the vendor'];
