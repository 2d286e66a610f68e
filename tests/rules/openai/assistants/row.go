package example

type talk struct {
	// evidence: openai.assistants/thread-row
	ThreadID string `gorm:"column:thread_id" json:"thread_id"`
}

type sent struct {
	// ok: openai.assistants/thread-row
	ThreadID string `json:"thread_id"`
}
