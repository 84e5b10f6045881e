DROP INDEX "coupon_record_coupon_idx";--> statement-breakpoint
ALTER TABLE "coupon" ADD COLUMN "channel" text DEFAULT 'centre' NOT NULL;--> statement-breakpoint
ALTER TABLE "coupon" ADD COLUMN "superseded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "coupon_record" ADD COLUMN "source" text DEFAULT 'claim' NOT NULL;--> statement-breakpoint
ALTER TABLE "coupon_record" ADD COLUMN "code_id" bigint;--> statement-breakpoint
ALTER TABLE "settlement" ADD COLUMN "coupon_choice" text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "coupon_record" ADD CONSTRAINT "coupon_record_code_id_coupon_code_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."coupon_code"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "coupon_current_key" ON "coupon" USING btree ("family_id") WHERE "coupon"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "coupon_record_code_idx" ON "coupon_record" USING btree ("code_id");--> statement-breakpoint
CREATE INDEX "coupon_record_expiry_idx" ON "coupon_record" USING btree ("valid_until","id") WHERE "coupon_record"."status" = 'unused';--> statement-breakpoint
CREATE INDEX "coupon_record_coupon_idx" ON "coupon_record" USING btree ("coupon_id","id");--> statement-breakpoint
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_channel_check" CHECK ("coupon"."channel" in ('centre', 'code', 'grant'));--> statement-breakpoint
ALTER TABLE "coupon_record" ADD CONSTRAINT "coupon_record_source_check" CHECK ("coupon_record"."source" in ('claim', 'code', 'grant'));--> statement-breakpoint
ALTER TABLE "coupon_record" ADD CONSTRAINT "coupon_record_code_check" CHECK (("coupon_record"."source" = 'code') = ("coupon_record"."code_id" is not null));--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_coupon_choice_check" CHECK ("settlement"."coupon_choice" in ('best', 'own'));