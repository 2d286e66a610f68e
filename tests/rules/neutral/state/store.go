package example

import (
	"context"

	"github.com/redis/go-redis/v9"
	"gorm.io/gorm"
)

// evidence: neutral.state/session-table, neutral.state/session-class-dynamic
type Conversation struct {
	gorm.Model
	Text string
}

// ok: neutral.state/session-table
type Invoice struct {
	gorm.Model
	Text string
}

func keep(ctx context.Context, id string) {
	rdb := redis.NewClient(&redis.Options{})
	// evidence: neutral.state/session-cache
	rdb.Set(ctx, "session:"+id, "x", 0)
	// ok: neutral.state/session-cache
	rdb.Set(ctx, "price:"+id, "x", 0)
}
