CREATE TABLE "password_reset" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "password_reset_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"code_hash" text NOT NULL,
	"misses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "password_reset_misses_check" CHECK ("password_reset"."misses" >= 0)
);
--> statement-breakpoint
CREATE TABLE "invite" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invite_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"inviter_id" bigint NOT NULL,
	"invitee_id" bigint NOT NULL,
	"wechat_user_id" bigint,
	"channel" text NOT NULL,
	"order_id" bigint,
	"inviter_reward" jsonb,
	"invitee_reward" jsonb,
	"rewarded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invite_invitee_id_key" UNIQUE("invitee_id"),
	CONSTRAINT "invite_wechat_user_id_key" UNIQUE("wechat_user_id"),
	CONSTRAINT "invite_channel_check" CHECK ("invite"."channel" in ('link', 'qr')),
	CONSTRAINT "invite_order_check" CHECK ("invite"."invitee_id" > "invite"."inviter_id"),
	CONSTRAINT "invite_rewarded_check" CHECK (("invite"."rewarded_at" is null) = ("invite"."order_id" is null) and ("invite"."rewarded_at" is null) = ("invite"."inviter_reward" is null)
        and ("invite"."rewarded_at" is null) = ("invite"."invitee_reward" is null))
);
--> statement-breakpoint
CREATE TABLE "invite_code" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invite_code_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "invite_rule" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"is_active" boolean NOT NULL,
	"inviter_kind" text NOT NULL,
	"inviter_beli" integer,
	"inviter_coupon_id" bigint,
	"invitee_kind" text NOT NULL,
	"invitee_beli" integer,
	"invitee_coupon_id" bigint,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invite_rule_one_check" CHECK ("invite_rule"."id" = 1),
	CONSTRAINT "invite_rule_inviter_kind_check" CHECK ("invite_rule"."inviter_kind" in ('none', 'beli', 'coupon')),
	CONSTRAINT "invite_rule_invitee_kind_check" CHECK ("invite_rule"."invitee_kind" in ('none', 'beli', 'coupon')),
	CONSTRAINT "invite_rule_inviter_check" CHECK (("invite_rule"."inviter_kind" = 'beli') = ("invite_rule"."inviter_beli" is not null and "invite_rule"."inviter_beli" > 0)
        and ("invite_rule"."inviter_kind" = 'coupon') = ("invite_rule"."inviter_coupon_id" is not null)),
	CONSTRAINT "invite_rule_invitee_check" CHECK (("invite_rule"."invitee_kind" = 'beli') = ("invite_rule"."invitee_beli" is not null and "invite_rule"."invitee_beli" > 0)
        and ("invite_rule"."invitee_kind" = 'coupon') = ("invite_rule"."invitee_coupon_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "muted_topic" (
	"account_id" bigint NOT NULL,
	"topic" text NOT NULL,
	"muted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "muted_topic_account_id_topic_pk" PRIMARY KEY("account_id","topic"),
	CONSTRAINT "muted_topic_topic_check" CHECK ("muted_topic"."topic" in ('order', 'study', 'coupon', 'news', 'security'))
);
--> statement-breakpoint
CREATE TABLE "notice_setting" (
	"notice" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"template_id" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_setting_notice_check" CHECK ("notice_setting"."notice" in ('order_paid', 'enrolled', 'refunded', 'homework_graded', 'course_expiring', 'coupon_expiring', 'password_code'))
);
--> statement-breakpoint
CREATE TABLE "subscribe_permit" (
	"wechat_user_id" bigint NOT NULL,
	"template_id" text NOT NULL,
	"left" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subscribe_permit_wechat_user_id_template_id_pk" PRIMARY KEY("wechat_user_id","template_id"),
	CONSTRAINT "subscribe_permit_left_check" CHECK ("subscribe_permit"."left" >= 0)
);
--> statement-breakpoint
CREATE TABLE "wechat_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wechat_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"app_id" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"signature" text NOT NULL,
	"type" text NOT NULL,
	"event" text,
	"wechat_user_id" bigint,
	"content" jsonb,
	"reply" text,
	"happened_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "wechat_event_dedupe_key" UNIQUE("app_id","dedupe_key"),
	CONSTRAINT "wechat_event_signature_key" UNIQUE("app_id","signature")
);
--> statement-breakpoint
CREATE TABLE "wechat_menu" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wechat_menu_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"buttons" jsonb NOT NULL,
	"status" text NOT NULL,
	"failure" text,
	"note" text DEFAULT '' NOT NULL,
	"created_by" bigint NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wechat_menu_status_check" CHECK ("wechat_menu"."status" in ('draft', 'publishing', 'published', 'failed')),
	CONSTRAINT "wechat_menu_published_check" CHECK ("wechat_menu"."status" <> 'published' or "wechat_menu"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "wechat_quota" (
	"app_id" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"blocked_until" timestamp with time zone,
	CONSTRAINT "wechat_quota_app_id_kind_pk" PRIMARY KEY("app_id","kind"),
	CONSTRAINT "wechat_quota_kind_check" CHECK ("wechat_quota"."kind" in ('custom', 'template', 'subscribe')),
	CONSTRAINT "wechat_quota_used_check" CHECK ("wechat_quota"."used" >= 0)
);
--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_kind_check";--> statement-breakpoint
ALTER TABLE "message_template" DROP CONSTRAINT "message_template_notice_check";--> statement-breakpoint
ALTER TABLE "wechat_ticket" DROP CONSTRAINT "wechat_ticket_purpose_check";--> statement-breakpoint
ALTER TABLE "wechat_ticket" DROP CONSTRAINT "wechat_ticket_status_check";--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_ticket" ALTER COLUMN "account_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_ticket" ALTER COLUMN "session_version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_user" ALTER COLUMN "openid" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "is_named" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "status" text DEFAULT 'scheduled' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "scheduled_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "filled_up_to" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "filled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "recipients" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "topic" text DEFAULT 'order' NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "fell_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message_template" ADD COLUMN "channel" text DEFAULT 'template' NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "action" text DEFAULT 'follow' NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "account_id" bigint;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "created_by" bigint;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "scans" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD COLUMN "follows" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD COLUMN "browser_hash" text;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "openid_hash" text;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "profile_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "refresh_token" text;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "refreshable_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "followed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "last_wrote_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "last_acted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "first_bound_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD COLUMN "made_account_id" bigint;--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_inviter_id_account_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_invitee_id_account_id_fk" FOREIGN KEY ("invitee_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_wechat_user_id_wechat_user_id_fk" FOREIGN KEY ("wechat_user_id") REFERENCES "public"."wechat_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_code" ADD CONSTRAINT "invite_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_rule" ADD CONSTRAINT "invite_rule_inviter_coupon_id_coupon_id_fk" FOREIGN KEY ("inviter_coupon_id") REFERENCES "public"."coupon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_rule" ADD CONSTRAINT "invite_rule_invitee_coupon_id_coupon_id_fk" FOREIGN KEY ("invitee_coupon_id") REFERENCES "public"."coupon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_topic" ADD CONSTRAINT "muted_topic_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscribe_permit" ADD CONSTRAINT "subscribe_permit_wechat_user_id_wechat_user_id_fk" FOREIGN KEY ("wechat_user_id") REFERENCES "public"."wechat_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_event" ADD CONSTRAINT "wechat_event_wechat_user_id_wechat_user_id_fk" FOREIGN KEY ("wechat_user_id") REFERENCES "public"."wechat_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_menu" ADD CONSTRAINT "wechat_menu_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_reset_account_idx" ON "password_reset" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "password_reset_expires_at_idx" ON "password_reset" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "invite_inviter_idx" ON "invite" USING btree ("inviter_id","id");--> statement-breakpoint
CREATE INDEX "invite_order_idx" ON "invite" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "invite_created_at_idx" ON "invite" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "invite_open_idx" ON "invite" USING btree ("invitee_id") WHERE "invite"."rewarded_at" is null;--> statement-breakpoint
CREATE INDEX "invite_rule_inviter_coupon_idx" ON "invite_rule" USING btree ("inviter_coupon_id");--> statement-breakpoint
CREATE INDEX "invite_rule_invitee_coupon_idx" ON "invite_rule" USING btree ("invitee_coupon_id");--> statement-breakpoint
CREATE INDEX "wechat_event_wechat_user_idx" ON "wechat_event" USING btree ("wechat_user_id","id");--> statement-breakpoint
CREATE INDEX "wechat_event_received_at_idx" ON "wechat_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "wechat_event_open_idx" ON "wechat_event" USING btree ("id") WHERE "wechat_event"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "wechat_menu_created_by_idx" ON "wechat_menu" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD CONSTRAINT "wechat_qrcode_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD CONSTRAINT "wechat_qrcode_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_made_account_id_account_id_fk" FOREIGN KEY ("made_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_open_idx" ON "campaign" USING btree ("scheduled_at") WHERE "campaign"."status" in ('scheduled', 'running');--> statement-breakpoint
CREATE INDEX "message_msgid_idx" ON "message" USING btree ("msgid") WHERE "message"."msgid" is not null;--> statement-breakpoint
CREATE INDEX "wechat_qrcode_account_idx" ON "wechat_qrcode" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "wechat_qrcode_created_by_idx" ON "wechat_qrcode" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "wechat_user_followed_at_idx" ON "wechat_user" USING btree ("followed_at") WHERE "wechat_user"."followed_at" is not null;--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_browser_hash_key" UNIQUE("browser_hash");--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_made_account_id_key" UNIQUE("made_account_id");--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_openid_hash_key" UNIQUE("app_id","openid_hash");--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_status_check" CHECK ("campaign"."status" in ('scheduled', 'running', 'paused', 'cancelled', 'finished'));--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_recipients_check" CHECK ("campaign"."recipients" >= 0);--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_finished_check" CHECK ("campaign"."status" <> 'finished' or ("campaign"."filled_at" is not null and "campaign"."finished_at" is not null));--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_topic_check" CHECK ("message"."topic" in ('order', 'study', 'coupon', 'news', 'security'));--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_delivered_check" CHECK (("message"."status" = 'delivered') = ("message"."delivered_at" is not null));--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_kind_check" CHECK ("message"."kind" in ('text', 'template', 'notice', 'subscribe'));--> statement-breakpoint
ALTER TABLE "message_template" ADD CONSTRAINT "message_template_channel_check" CHECK ("message_template"."channel" in ('template', 'subscribe'));--> statement-breakpoint
ALTER TABLE "message_template" ADD CONSTRAINT "message_template_notice_check" CHECK ("message_template"."notice" in ('order_paid', 'enrolled', 'refunded', 'homework_graded', 'course_expiring', 'coupon_expiring', 'password_code'));--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD CONSTRAINT "wechat_qrcode_action_check" CHECK ("wechat_qrcode"."action" in ('follow', 'invite', 'marketing'));--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD CONSTRAINT "wechat_qrcode_invite_check" CHECK (("wechat_qrcode"."action" = 'invite') = ("wechat_qrcode"."account_id" is not null));--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD CONSTRAINT "wechat_qrcode_marketing_check" CHECK (("wechat_qrcode"."action" = 'marketing') = ("wechat_qrcode"."name" is not null));--> statement-breakpoint
ALTER TABLE "wechat_qrcode" ADD CONSTRAINT "wechat_qrcode_counts_check" CHECK ("wechat_qrcode"."scans" >= "wechat_qrcode"."follows" and "wechat_qrcode"."follows" >= 0);--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_confirmed_check" CHECK ("wechat_ticket"."status" not in ('confirmed', 'used') or ("wechat_ticket"."wechat_user_id" is not null and "wechat_ticket"."purpose" = 'login'));--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_owner_check" CHECK (("wechat_ticket"."purpose" = 'bind') = ("wechat_ticket"."account_id" is not null) and ("wechat_ticket"."account_id" is null) = ("wechat_ticket"."session_version" is null)
        and ("wechat_ticket"."purpose" = 'login') = ("wechat_ticket"."browser_hash" is not null));--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_purpose_check" CHECK ("wechat_ticket"."purpose" in ('bind', 'login'));--> statement-breakpoint
ALTER TABLE "wechat_ticket" ADD CONSTRAINT "wechat_ticket_status_check" CHECK ("wechat_ticket"."status" in ('waiting', 'scanned', 'confirmed', 'bound', 'used', 'refused', 'taken', 'replaced'));--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_known_check" CHECK (("wechat_user"."openid" is null) = ("wechat_user"."openid_hash" is not null));--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_left_check" CHECK ("wechat_user"."openid" is not null or ("wechat_user"."account_id" is null and "wechat_user"."unionid" is null and "wechat_user"."nickname" = ''
        and "wechat_user"."avatar_url" is null and "wechat_user"."refresh_token" is null and "wechat_user"."followed_at" is null));--> statement-breakpoint
ALTER TABLE "wechat_user" ADD CONSTRAINT "wechat_user_refresh_check" CHECK (("wechat_user"."refresh_token" is null) = ("wechat_user"."refreshable_until" is null));