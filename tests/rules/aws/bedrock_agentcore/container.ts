import express from "express";

const app = express();

// ok: aws.bedrock_agentcore/container-contract
app.get("/ping", (_, reply) => reply.json({ status: "Healthy" }));

// evidence: aws.bedrock_agentcore/container-contract
app.post("/invocations", express.raw({ type: "*/*" }), (question, reply) => desk(question, reply));

// ok: aws.bedrock_agentcore/container-contract
app.post("/desk/invocations/list", (question, reply) => desk(question, reply));
