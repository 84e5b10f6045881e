ALTER TABLE "message" ADD COLUMN "sent_as" text;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "template_id" text;--> statement-breakpoint
CREATE INDEX "message_code_idx" ON "message" USING btree ("id") WHERE "message"."content" -> 'facts' ->> 'code' is not null;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_sent_as_check" CHECK ("message"."sent_as" in ('custom', 'template', 'subscribe'));