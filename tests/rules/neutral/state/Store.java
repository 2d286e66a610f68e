package example;

import jakarta.persistence.Entity;

class Store {
  // evidence: neutral.state/session-cache
  void keep(Template redis, String id, String text) { redis.opsForValue().set("conversation:" + id, text); }
  // ok: neutral.state/session-cache
  void sell(Template redis, String id, String text) { redis.opsForValue().set("price:" + id, text); }
}

@Entity
// evidence: neutral.state/session-table
class ChatMessage {
  String text;
}

@Entity
// ok: neutral.state/session-table
class Invoice {
  String text;
}
