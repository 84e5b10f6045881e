CREATE TABLE "campaign" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaign_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_by" bigint NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"campaign_id" bigint,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"status" text NOT NULL,
	"wechat_user_id" bigint,
	"client_msg_id" text NOT NULL,
	"msgid" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"due_at" timestamp with time zone,
	"sending_since" timestamp with time zone,
	"first_sent_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_client_msg_id_key" UNIQUE("client_msg_id"),
	CONSTRAINT "message_cause_key" UNIQUE("cause","account_id"),
	CONSTRAINT "message_kind_check" CHECK ("message"."kind" in ('text', 'template', 'notice')),
	CONSTRAINT "message_content_check" CHECK ("message"."content" ->> 'kind' = "message"."kind"),
	CONSTRAINT "message_status_check" CHECK ("message"."status" in ('waiting_for_bind', 'queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'cancelled')),
	CONSTRAINT "message_sending_check" CHECK ("message"."status" <> 'sending' or ("message"."sending_since" is not null and "message"."first_sent_at" is not null and "message"."wechat_user_id" is not null)),
	CONSTRAINT "message_due_check" CHECK ("message"."status" <> 'queued' or "message"."due_at" is not null),
	CONSTRAINT "message_attempts_check" CHECK ("message"."attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "message_template" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_template_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"template_id" text NOT NULL,
	"title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"notice" text,
	CONSTRAINT "message_template_template_id_key" UNIQUE("template_id"),
	CONSTRAINT "message_template_notice_key" UNIQUE("notice"),
	CONSTRAINT "message_template_notice_check" CHECK ("message_template"."notice" in ('order_paid', 'enrolled'))
);
--> statement-breakpoint
CREATE TABLE "wechat_qrcode" (
	"app_id" text NOT NULL,
	"scene" text NOT NULL,
	"url" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wechat_qrcode_app_id_scene_pk" PRIMARY KEY("app_id","scene")
);
--> statement-breakpoint
CREATE TABLE "wechat_ticket" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wechat_ticket_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"account_id" bigint NOT NULL,
	"session_version" integer NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"wechat_user_id" bigint,
	"confirm_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wechat_ticket_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "wechat_ticket_confirm_hash_key" UNIQUE("confirm_hash"),
	CONSTRAINT "wechat_ticket_purpose_check" CHECK ("wechat_ticket"."purpose" in ('bind')),
	CONSTRAINT "wechat_ticket_status_check" CHECK ("wechat_ticket"."status" in ('waiting', 'scanned', 'bound', 'refused', 'taken', 'replaced')),
	CONSTRAINT "wechat_ticket_scanned_check" CHECK ("wechat_ticket"."status" not in ('scanned', 'bound') or ("wechat_ticket"."wechat_user_id" is not null and "wechat_ticket"."confirm_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "wechat_token" (
	"app_id" text NOT NULL,
	"kind" text NOT NULL,
	"token" text,
	"expires_at" timestamp with time zone,
	"lease_id" text,
	"leased_until" timestamp with time zone,
	"fetches" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "wechat_token_app_id_kind_pk" PRIMARY KEY("app_id","kind"),
	CONSTRAINT "wechat_token_pair_check" CHECK (("wechat_token"."token" is null) = ("wechat_token"."expires_at" is null)),
	CONSTRAINT "wechat_token_lease_check" CHECK (("wechat_token"."lease_id" is null) = ("wechat_token"."leased_until" is null))
);
--> statement-breakpoint
CREATE TABLE "wechat_user" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wechat_user_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"app_id" text NOT NULL,
	"openid" text NOT NULL,
	"unionid" text,
	"nickname" text DEFAULT '' NOT NULL,
	"avatar_url" text,
	"account_id" bigint,
	"bound_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wechat_user_account_id_key" UNIQUE("account_id"),
	CONSTRAINT "wechat_user_openid_key" UNIQUE("app_id","openid"),
	CONSTRAINT "wechat_user_bound_check" CHECK (("wechat_user"."account_id" is not null) = ("wechat_user"."bound_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_wechat_user_id_wechat_user_id_fk" FOREIGN KEY ("wechat_user_id") REFERENCES "public"."wechat_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_wechat_user_id_wechat_user_id_fk" FOREIGN KEY ("wechat_user_id") REFERENCES "public"."wechat_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_created_by_idx" ON "campaign" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "message_account_idx" ON "message" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "message_campaign_idx" ON "message" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "message_wechat_user_idx" ON "message" USING btree ("wechat_user_id");--> statement-breakpoint
CREATE INDEX "message_created_at_idx" ON "message" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "message_open_idx" ON "message" USING btree ("status","due_at") WHERE "message"."status" in ('waiting_for_bind', 'queued', 'sending');--> statement-breakpoint
CREATE INDEX "wechat_ticket_account_idx" ON "wechat_ticket" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "wechat_ticket_wechat_user_idx" ON "wechat_ticket" USING btree ("wechat_user_id");--> statement-breakpoint
CREATE INDEX "wechat_ticket_expires_at_idx" ON "wechat_ticket" USING btree ("expires_at");