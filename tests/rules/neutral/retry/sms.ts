import { Twilio } from "twilio";

export async function deliver(phone: Twilio, parts: string[]) {
  // ok: neutral.retry/model-retry-loop
  // evidence: neutral.retry/retry-loop
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await phone.messages.create({ body: parts.join(""), from: "+49", to: "+43" });
    } catch (error) {
      await sleep(1000 * attempt);
    }
  }
}
