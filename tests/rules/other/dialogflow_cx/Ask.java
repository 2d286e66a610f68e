package example;

import com.google.cloud.dialogflow.cx.v3.SessionsClient;

class Ask {
  void run(Shop shop, Request request) {
    try (SessionsClient client = SessionsClient.create()) {
      // evidence: other.dialogflow_cx/detect-intent-sdk
      var answer = client.detectIntent(request);
      // ok: other.dialogflow_cx/detect-intent-sdk
      shop.detectIntent(request);
    }
  }
}
