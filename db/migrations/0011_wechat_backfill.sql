UPDATE "wechat_user" SET "first_bound_at" = "bound_at" WHERE "bound_at" IS NOT NULL;--> statement-breakpoint
UPDATE "message" SET "topic" = 'news' WHERE "campaign_id" IS NOT NULL;--> statement-breakpoint
UPDATE "campaign" SET "status" = 'finished', "scheduled_at" = "created_at", "started_at" = "created_at",
	"filled_at" = "created_at", "finished_at" = now(),
	"recipients" = (SELECT count(*)::int FROM "message" WHERE "message"."campaign_id" = "campaign"."id");
