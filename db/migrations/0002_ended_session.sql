CREATE TABLE "ended_session" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"forget_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ended_session_forget_at_idx" ON "ended_session" USING btree ("forget_at");