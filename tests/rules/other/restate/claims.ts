import * as restate from "@restatedev/restate-sdk";
import { durableCalls } from "@restatedev/vercel-ai-middleware";

// evidence: other.restate/agent-bridge
const model = wrap({ model: base, middleware: durableCalls(ctx) });
// evidence: other.restate/service, other.restate/step-record
const desk = restate.service({ name: "claims", handlers: {} });
// evidence: other.restate/service, other.restate/step-record, other.restate/object-state
const talks = restate.object({ name: "talks", handlers: {} });
// ok: other.restate/service, other.restate/step-record, other.restate/object-state
const shop = catalogue.service({ name: "shop" });
