DROP INDEX "message_campaign_idx";--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "form_key" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "content" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "audience" jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "message_accepted_at_idx" ON "message" USING btree ("accepted_at") WHERE "message"."accepted_at" is not null;--> statement-breakpoint
CREATE INDEX "message_failed_idx" ON "message" USING btree ("sending_since") WHERE "message"."status" in ('failed', 'unknown');--> statement-breakpoint
CREATE INDEX "order_placed_at_idx" ON "order" USING btree ("placed_at");--> statement-breakpoint
CREATE INDEX "order_paid_at_idx" ON "order" USING btree ("paid_at") WHERE "order"."paid_at" is not null;--> statement-breakpoint
CREATE INDEX "wechat_user_bound_at_idx" ON "wechat_user" USING btree ("bound_at") WHERE "wechat_user"."bound_at" is not null;--> statement-breakpoint
CREATE INDEX "message_campaign_idx" ON "message" USING btree ("campaign_id","status","id");--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_form_key_key" UNIQUE("form_key");