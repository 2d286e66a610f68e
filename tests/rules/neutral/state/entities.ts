import { Schema } from "@nestjs/mongoose";
import Anthropic from "@anthropic-ai/sdk";
import { Entity } from "typeorm";

export const client = new Anthropic();

@Entity("turns")
// evidence: neutral.state/session-table
export class ChatMessage {
  role: string;
}

@Entity({ name: "chat_messages" })
// evidence: neutral.state/session-table
export class Turn {
  role: string;
}

@Schema({ timestamps: true })
// evidence: neutral.state/session-table
export class Conversation {
  title: string;
}

@Entity("rooms")
// ok: neutral.state/session-table
export class Room {
  name: string;
}
