CREATE TABLE "coupon_grant" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coupon_grant_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"family_id" bigint NOT NULL,
	"created_by" bigint NOT NULL,
	"account_ids" bigint[] NOT NULL,
	"problems" jsonb NOT NULL,
	"granted" integer,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coupon_grant_done_check" CHECK (("coupon_grant"."granted" is null) = ("coupon_grant"."done_at" is null))
);
--> statement-breakpoint
ALTER TABLE "coupon_code" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "coupon_grant" ADD CONSTRAINT "coupon_grant_family_id_coupon_family_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."coupon_family"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_grant" ADD CONSTRAINT "coupon_grant_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coupon_grant_family_idx" ON "coupon_grant" USING btree ("family_id","id");