package example

import (
	"os"

	openai "github.com/sashabaranov/go-openai"
	bolt "go.etcd.io/bbolt"
)

// evidence: neutral.state/session-table
type Message struct {
	ID   string `bson:"_id"`
	Text string `bson:"text"`
}

type desk struct {
	// evidence: neutral.state/memory-go
	talks map[int64][]openai.ChatCompletionMessage
	// ok: neutral.state/memory-go
	prices map[string]float64
	history []openai.ChatCompletionMessage
}

func (d *desk) keep(tx *bolt.Tx, message openai.ChatCompletionMessage) {
	// evidence: neutral.state/memory-go
	d.history = append(d.history, message)
	// ok: neutral.state/memory-go
	req.Messages = append(req.Messages, message)
	// ok: neutral.state/memory-go
	d.names = append(d.names, "desk")
	// evidence: neutral.state/session-bucket
	tx.CreateBucketIfNotExists([]byte("messages"))
	// ok: neutral.state/session-bucket
	tx.CreateBucketIfNotExists([]byte("prices"))
	// evidence: neutral.state/session-written
	os.WriteFile("chat_history.json", data, 0o600)
	// ok: neutral.state/session-written
	os.WriteFile("report.json", data, 0o600)
}

// evidence: neutral.state/session-class-dynamic
type ConversationStore struct{}

// evidence: neutral.state/session-class-dynamic
type HTTPMemory struct{}

// ok: neutral.state/session-class-dynamic
type SharedMemory struct{}

// ok: neutral.state/session-class-dynamic
type PriceStore struct{}

// evidence: neutral.state/session-class-dynamic
type Conversations struct{}

// evidence: neutral.state/session-class-dynamic
func (c *Context) SaveConversation(user string) error { return nil }

// evidence: neutral.state/session-class-dynamic
func (s *Cache) SetMsg(sessionID string, messages []Message) {}

// ok: neutral.state/session-class-dynamic
func (s *Cache) SetMsg(text string) {}

// ok: neutral.state/session-class-dynamic
func (c *Context) SaveReport(user string) error { return nil }
