ALTER TABLE "bill_day" ADD COLUMN "payments" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_day" ADD COLUMN "refunds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_day" ADD COLUMN "payments_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_day" ADD COLUMN "refunds_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_day" ADD COLUMN "matched" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_day" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "bill_entry" ADD COLUMN "subject" text NOT NULL;--> statement-breakpoint
CREATE INDEX "payment_paid_at_idx" ON "payment" USING btree ("paid_at") WHERE "payment"."paid_at" is not null;--> statement-breakpoint
CREATE INDEX "refund_finished_at_idx" ON "refund" USING btree ("finished_at") WHERE "refund"."finished_at" is not null;--> statement-breakpoint
CREATE INDEX "bill_entry_subject_idx" ON "bill_entry" USING btree ("subject","day");--> statement-breakpoint
ALTER TABLE "bill_day" DROP COLUMN "entries";