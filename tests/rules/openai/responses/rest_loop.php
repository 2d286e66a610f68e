<?php

class RestLoop
{
    public function ask(array $input): array
    {
        while (true) {
            // evidence: openai.responses/own-loop-rest
            $reply = $this->http()->post('/responses', ['model' => $this->model, 'input' => $input])->json();
            $calls = $this->calls($reply);
            if (!$calls) {
                return $reply;
            }
            foreach ($calls as $call) {
                // evidence: openai.responses/own-loop-answers
                $input[] = ['type' => 'function_call_output', 'call_id' => $call['call_id'], 'output' => $this->run($call)];
            }
            // ok: openai.responses/own-loop-rest
            $this->http()->post('/survey/responses', ['count' => count($input)]);
        }
    }
}
