<?php

class Webhook
{
    public function answer(Request $request)
    {
        // evidence: other.dialogflow_cx/webhook-format
        $address = $request->input('sessionInfo.parameters.collect-address');
        // ok: other.dialogflow_cx/webhook-format
        return $request->input('session.address');
    }
}
