CREATE TABLE "bill_day" (
	"day" date PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"loaded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bill_day_status_check" CHECK ("bill_day"."status" in ('loading', 'matched', 'missing'))
);
--> statement-breakpoint
CREATE TABLE "bill_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bill_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"trade_no" text NOT NULL,
	"out_trade_no" text NOT NULL,
	"out_request_no" text,
	"amount_fen" integer NOT NULL,
	"finished_at" timestamp with time zone,
	"raw" text NOT NULL,
	CONSTRAINT "bill_entry_key" UNIQUE("day","position"),
	CONSTRAINT "bill_entry_kind_check" CHECK ("bill_entry"."kind" in ('payment', 'refund'))
);
--> statement-breakpoint
CREATE TABLE "reconciliation_case" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reconciliation_case_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"payment_id" bigint,
	"refund_id" bigint,
	"our_fen" integer,
	"their_fen" integer,
	"note" text DEFAULT '' NOT NULL,
	"closed_by" bigint,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reconciliation_case_key" UNIQUE("day","subject"),
	CONSTRAINT "reconciliation_case_kind_check" CHECK ("reconciliation_case"."kind" in ('ours_only', 'theirs_only', 'amount_differs')),
	CONSTRAINT "reconciliation_case_status_check" CHECK ("reconciliation_case"."status" in ('open', 'closed')),
	CONSTRAINT "reconciliation_case_closed_check" CHECK (("reconciliation_case"."status" = 'closed') = ("reconciliation_case"."closed_at" is not null and "reconciliation_case"."outcome" is not null))
);
--> statement-breakpoint
DROP INDEX "refund_status_idx";--> statement-breakpoint
ALTER TABLE "refund" ALTER COLUMN "requested_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "kind" text DEFAULT 'lines' NOT NULL;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "source" text DEFAULT 'student' NOT NULL;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "sending_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "refund_line" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "bill_entry" ADD CONSTRAINT "bill_entry_day_bill_day_day_fk" FOREIGN KEY ("day") REFERENCES "public"."bill_day"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_case" ADD CONSTRAINT "reconciliation_case_day_bill_day_day_fk" FOREIGN KEY ("day") REFERENCES "public"."bill_day"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_case" ADD CONSTRAINT "reconciliation_case_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_case" ADD CONSTRAINT "reconciliation_case_refund_id_refund_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refund"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_case" ADD CONSTRAINT "reconciliation_case_closed_by_account_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bill_entry_trade_idx" ON "bill_entry" USING btree ("out_trade_no");--> statement-breakpoint
CREATE INDEX "reconciliation_case_status_idx" ON "reconciliation_case" USING btree ("status","day");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_late_key" ON "refund" USING btree ("payment_id") WHERE "refund"."kind" = 'late' and "refund"."status" not in ('rejected', 'failed');--> statement-breakpoint
CREATE UNIQUE INDEX "refund_line_active_key" ON "refund_line" USING btree ("order_line_id") WHERE "refund_line"."is_active";--> statement-breakpoint
CREATE INDEX "refund_status_idx" ON "refund" USING btree ("status","created_at");--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_kind_check" CHECK ("refund"."kind" in ('lines', 'late'));--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_source_check" CHECK ("refund"."source" in ('student', 'admin', 'system'));--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_late_check" CHECK ("refund"."kind" <> 'late' or ("refund"."payment_id" is not null and "refund"."beli" = 0));