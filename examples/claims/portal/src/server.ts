// The portal's own web service. A "session" here is a browser session: nothing of the agent's.
import express from "express";
import { readDocument } from "./documents.js";

const app = express();
app.use(express.json());

app.post("/claims/:id/documents", async (request, response) => {
  const reading = await readDocument(request.params.id, String(request.body.question));
  response.json({ answer: reading.text });
});

app.listen(8080);
