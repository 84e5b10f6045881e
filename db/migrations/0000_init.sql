CREATE TABLE "account" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"email" text,
	"nickname" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"role" text DEFAULT 'student' NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_role_check" CHECK ("account"."role" in ('student', 'mentor', 'admin')),
	CONSTRAINT "account_session_version_check" CHECK ("account"."session_version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_id" bigint,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" text,
	"after" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "beli_account" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"balance" integer NOT NULL,
	"held" integer NOT NULL,
	CONSTRAINT "beli_account_check" CHECK ("beli_account"."held" >= 0 and "beli_account"."balance" >= "beli_account"."held")
);
--> statement-breakpoint
CREATE TABLE "beli_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "beli_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"business_key" text NOT NULL,
	"kind" text NOT NULL,
	"delta" integer NOT NULL,
	"held_delta" integer NOT NULL,
	"balance_after" integer NOT NULL,
	"held_after" integer NOT NULL,
	"order_id" bigint,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "beli_entry_businessKey_unique" UNIQUE("business_key"),
	CONSTRAINT "beli_entry_kind_check" CHECK ("beli_entry"."kind" in ('grant', 'hold', 'capture', 'release', 'refund')),
	CONSTRAINT "beli_entry_delta_check" CHECK ("beli_entry"."delta" <> 0 or "beli_entry"."held_delta" <> 0),
	CONSTRAINT "beli_entry_after_check" CHECK ("beli_entry"."held_after" >= 0 and "beli_entry"."balance_after" >= "beli_entry"."held_after")
);
--> statement-breakpoint
CREATE TABLE "coupon" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coupon_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"family_id" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"brief" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"value_fen" integer,
	"minimum_fen" integer,
	"off_percent" integer,
	"max_discount_fen" integer,
	"product_id" bigint,
	"claim_from" date NOT NULL,
	"claim_until" date NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"valid_days_after_claim" integer,
	"stopped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coupon_family_version_key" UNIQUE("family_id","version"),
	CONSTRAINT "coupon_id_family_key" UNIQUE("id","family_id"),
	CONSTRAINT "coupon_kind_check" CHECK ("coupon"."kind" in ('fixed', 'threshold', 'percent')),
	CONSTRAINT "coupon_shape_check" CHECK ((case "coupon"."kind"
        when 'fixed' then "coupon"."value_fen" > 0 and "coupon"."minimum_fen" is null and "coupon"."off_percent" is null and "coupon"."max_discount_fen" is null
        when 'threshold' then "coupon"."value_fen" > 0 and "coupon"."minimum_fen" > 0 and "coupon"."off_percent" is null and "coupon"."max_discount_fen" is null
        else "coupon"."value_fen" is null and "coupon"."minimum_fen" is null and "coupon"."off_percent" between 1 and 99 and ("coupon"."max_discount_fen" is null or "coupon"."max_discount_fen" > 0)
      end) is true),
	CONSTRAINT "coupon_claim_window_check" CHECK ("coupon"."claim_from" <= "coupon"."claim_until"),
	CONSTRAINT "coupon_validity_check" CHECK ((case when "coupon"."valid_days_after_claim" is null
        then "coupon"."valid_from" is not null and "coupon"."valid_until" is not null and "coupon"."valid_from" <= "coupon"."valid_until"
        else "coupon"."valid_days_after_claim" > 0 and "coupon"."valid_from" is null and "coupon"."valid_until" is null
      end) is true)
);
--> statement-breakpoint
CREATE TABLE "coupon_code" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coupon_code_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coupon_id" bigint NOT NULL,
	"code" text NOT NULL,
	"max_uses" integer DEFAULT 1 NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coupon_code_code_unique" UNIQUE("code"),
	CONSTRAINT "coupon_code_uses_check" CHECK ("coupon_code"."max_uses" >= 1 and "coupon_code"."uses" between 0 and "coupon_code"."max_uses")
);
--> statement-breakpoint
CREATE TABLE "coupon_family" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coupon_family_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quantity" integer,
	"claimed" integer DEFAULT 0 NOT NULL,
	"per_account_limit" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "coupon_family_claimed_check" CHECK ("coupon_family"."claimed" >= 0 and ("coupon_family"."quantity" is null or "coupon_family"."claimed" <= "coupon_family"."quantity")),
	CONSTRAINT "coupon_family_limit_check" CHECK ("coupon_family"."per_account_limit" >= 1)
);
--> statement-breakpoint
CREATE TABLE "coupon_record" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coupon_record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"coupon_id" bigint NOT NULL,
	"family_id" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"ordinal" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'unused' NOT NULL,
	"order_id" bigint,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "coupon_record_number_unique" UNIQUE("number"),
	CONSTRAINT "coupon_record_ordinal_key" UNIQUE("family_id","account_id","ordinal"),
	CONSTRAINT "coupon_record_status_check" CHECK ("coupon_record"."status" in ('unused', 'locked', 'used', 'expired')),
	CONSTRAINT "coupon_record_order_check" CHECK (("coupon_record"."status" in ('locked', 'used')) = ("coupon_record"."order_id" is not null)),
	CONSTRAINT "coupon_record_used_check" CHECK (("coupon_record"."status" = 'used') = ("coupon_record"."used_at" is not null)),
	CONSTRAINT "coupon_record_dates_check" CHECK ("coupon_record"."valid_from" <= "coupon_record"."valid_until"),
	CONSTRAINT "coupon_record_ordinal_check" CHECK ("coupon_record"."ordinal" >= 1)
);
--> statement-breakpoint
CREATE TABLE "course" (
	"product_id" bigint PRIMARY KEY NOT NULL,
	"kind" text DEFAULT 'course' NOT NULL,
	"sub_category_id" bigint NOT NULL,
	"course_type" text NOT NULL,
	"degree_course_id" bigint,
	"level" text NOT NULL,
	"period" integer NOT NULL,
	"position" integer NOT NULL,
	"attachment_path" text,
	"template" text NOT NULL,
	"published_on" date NOT NULL,
	CONSTRAINT "course_kind_check" CHECK ("course"."kind" = 'course'),
	CONSTRAINT "course_type_check" CHECK ("course"."course_type" in ('paid', 'vip', 'degree_module')),
	CONSTRAINT "course_degree_check" CHECK (("course"."course_type" = 'degree_module') = ("course"."degree_course_id" is not null)),
	CONSTRAINT "course_level_check" CHECK ("course"."level" in ('beginner', 'intermediate', 'advanced')),
	CONSTRAINT "course_template_check" CHECK ("course"."template" in ('classic', 'showcase')),
	CONSTRAINT "course_period_check" CHECK ("course"."period" > 0)
);
--> statement-breakpoint
CREATE TABLE "course_category" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "course_category_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "course_category_slug_unique" UNIQUE("slug"),
	CONSTRAINT "course_category_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "course_chapter" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "course_chapter_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"course_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"published_on" date NOT NULL,
	CONSTRAINT "course_chapter_number_key" UNIQUE("course_id","number"),
	CONSTRAINT "course_chapter_number_check" CHECK ("course_chapter"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "course_detail" (
	"course_id" bigint PRIMARY KEY NOT NULL,
	"hours" integer NOT NULL,
	"slogan" text NOT NULL,
	"video_intro" text,
	"why_study" text NOT NULL,
	"what_to_study_brief" text NOT NULL,
	"career_improvement" text NOT NULL,
	"prerequisite" text NOT NULL,
	CONSTRAINT "course_detail_hours_check" CHECK ("course_detail"."hours" > 0)
);
--> statement-breakpoint
CREATE TABLE "course_outline" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "course_outline_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"course_id" bigint NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "course_outline_title_key" UNIQUE("course_id","title")
);
--> statement-breakpoint
CREATE TABLE "course_section" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "course_section_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chapter_id" bigint NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"link" text NOT NULL,
	"body" text NOT NULL,
	"video_path" text,
	"duration_seconds" integer NOT NULL,
	"is_free_trial" boolean DEFAULT false NOT NULL,
	"published_on" date NOT NULL,
	CONSTRAINT "course_section_link_key" UNIQUE("chapter_id","link"),
	CONSTRAINT "course_section_kind_check" CHECK ("course_section"."kind" in ('document', 'exercise', 'video')),
	CONSTRAINT "course_section_video_check" CHECK (("course_section"."kind" = 'video') = ("course_section"."video_path" is not null)),
	CONSTRAINT "course_section_duration_check" CHECK ("course_section"."duration_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "course_sub_category" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "course_sub_category_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"category_id" bigint NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "course_sub_category_slug_unique" UNIQUE("slug"),
	CONSTRAINT "course_sub_category_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "course_teacher" (
	"course_id" bigint NOT NULL,
	"teacher_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "course_teacher_course_id_teacher_id_pk" PRIMARY KEY("course_id","teacher_id")
);
--> statement-breakpoint
CREATE TABLE "homework" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "homework_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chapter_id" bigint NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"requirement" text NOT NULL,
	"threshold" text NOT NULL,
	"recommended_period" integer NOT NULL,
	"scholarship_fen" integer NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	CONSTRAINT "homework_title_key" UNIQUE("chapter_id","title"),
	CONSTRAINT "homework_period_check" CHECK ("homework"."recommended_period" > 0),
	CONSTRAINT "homework_scholarship_check" CHECK ("homework"."scholarship_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "recommended_course" (
	"course_id" bigint NOT NULL,
	"recommended_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "recommended_course_course_id_recommended_id_pk" PRIMARY KEY("course_id","recommended_id"),
	CONSTRAINT "recommended_course_self_check" CHECK ("recommended_course"."course_id" <> "recommended_course"."recommended_id")
);
--> statement-breakpoint
CREATE TABLE "section_progress" (
	"account_id" bigint NOT NULL,
	"section_id" bigint NOT NULL,
	"position_seconds" integer DEFAULT 0 NOT NULL,
	"completed_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "section_progress_account_id_section_id_pk" PRIMARY KEY("account_id","section_id"),
	CONSTRAINT "section_progress_position_check" CHECK ("section_progress"."position_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enrolment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"product_id" bigint NOT NULL,
	"opened_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrolment_key" UNIQUE("account_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "enrolment_form" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enrolment_form_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"education" text NOT NULL,
	"goal" text NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrolment_form_orderId_unique" UNIQUE("order_id"),
	CONSTRAINT "enrolment_form_education_check" CHECK ("enrolment_form"."education" in ('middle_school', 'high_school', 'college', 'bachelor', 'master', 'doctor', 'other'))
);
--> statement-breakpoint
CREATE TABLE "enrolment_grant" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enrolment_grant_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enrolment_id" bigint NOT NULL,
	"order_line_id" bigint NOT NULL,
	"valid_days" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "enrolment_grant_orderLineId_unique" UNIQUE("order_line_id"),
	CONSTRAINT "enrolment_grant_span_check" CHECK ("enrolment_grant"."starts_at" < "enrolment_grant"."ends_at"),
	CONSTRAINT "enrolment_grant_days_check" CHECK ("enrolment_grant"."valid_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "order" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_no" text NOT NULL,
	"account_id" bigint NOT NULL,
	"settlement_id" bigint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"list_fen" integer NOT NULL,
	"line_discount_fen" integer NOT NULL,
	"order_discount_fen" integer NOT NULL,
	"beli" integer NOT NULL,
	"cash_fen" integer NOT NULL,
	"order_coupon_record_id" bigint,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "order_orderNo_unique" UNIQUE("order_no"),
	CONSTRAINT "order_settlementId_unique" UNIQUE("settlement_id"),
	CONSTRAINT "order_status_check" CHECK ("order"."status" in ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled', 'expired')),
	CONSTRAINT "order_amounts_check" CHECK ("order"."list_fen" = "order"."line_discount_fen" + "order"."order_discount_fen" + "order"."beli" * 10 + "order"."cash_fen"
        and "order"."line_discount_fen" >= 0 and "order"."order_discount_fen" >= 0 and "order"."beli" >= 0 and "order"."cash_fen" >= 0),
	CONSTRAINT "order_paid_check" CHECK (("order"."status" in ('paid', 'partially_refunded', 'refunded')) = ("order"."paid_at" is not null)),
	CONSTRAINT "order_closed_check" CHECK (("order"."status" in ('cancelled', 'expired')) = ("order"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "order_line" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_line_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"product_id" bigint NOT NULL,
	"price_policy_id" bigint NOT NULL,
	"coupon_record_id" bigint,
	"product_kind" text NOT NULL,
	"product_name" text NOT NULL,
	"valid_days" integer NOT NULL,
	"list_fen" integer NOT NULL,
	"line_discount_fen" integer NOT NULL,
	"order_discount_fen" integer NOT NULL,
	"beli" integer NOT NULL,
	"cash_fen" integer NOT NULL,
	CONSTRAINT "order_line_product_key" UNIQUE("order_id","product_id"),
	CONSTRAINT "order_line_amounts_check" CHECK ("order_line"."list_fen" = "order_line"."line_discount_fen" + "order_line"."order_discount_fen" + "order_line"."beli" * 10 + "order_line"."cash_fen"
        and "order_line"."line_discount_fen" >= 0 and "order_line"."order_discount_fen" >= 0 and "order_line"."beli" >= 0 and "order_line"."cash_fen" >= 0),
	CONSTRAINT "order_line_valid_days_check" CHECK ("order_line"."valid_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"out_trade_no" text NOT NULL,
	"trade_no" text,
	"method" text NOT NULL,
	"status" text DEFAULT 'created' NOT NULL,
	"amount_fen" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "payment_outTradeNo_unique" UNIQUE("out_trade_no"),
	CONSTRAINT "payment_tradeNo_unique" UNIQUE("trade_no"),
	CONSTRAINT "payment_method_check" CHECK ("payment"."method" in ('page', 'wap')),
	CONSTRAINT "payment_status_check" CHECK ("payment"."status" in ('created', 'paid', 'closed', 'late', 'refunded')),
	CONSTRAINT "payment_amount_check" CHECK ("payment"."amount_fen" > 0),
	CONSTRAINT "payment_paid_check" CHECK (("payment"."status" in ('paid', 'late', 'refunded')) = ("payment"."paid_at" is not null and "payment"."trade_no" is not null))
);
--> statement-breakpoint
CREATE TABLE "payment_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"payment_id" bigint,
	"out_trade_no" text,
	"notify_id" text,
	"body" text NOT NULL,
	"verdict" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_event_source_check" CHECK ("payment_event"."source" in ('notify', 'query'))
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refund_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"payment_id" bigint,
	"out_request_no" text NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"cash_fen" integer NOT NULL,
	"beli" integer NOT NULL,
	"reason" text NOT NULL,
	"decision" text,
	"requested_by" bigint NOT NULL,
	"decided_by" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "refund_outRequestNo_unique" UNIQUE("out_request_no"),
	CONSTRAINT "refund_status_check" CHECK ("refund"."status" in ('requested', 'rejected', 'approved', 'sending', 'unknown', 'succeeded', 'failed')),
	CONSTRAINT "refund_amounts_check" CHECK ("refund"."cash_fen" >= 0 and "refund"."beli" >= 0)
);
--> statement-breakpoint
CREATE TABLE "refund_line" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refund_line_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"refund_id" bigint NOT NULL,
	"order_line_id" bigint NOT NULL,
	"cash_fen" integer NOT NULL,
	"beli" integer NOT NULL,
	CONSTRAINT "refund_line_key" UNIQUE("refund_id","order_line_id"),
	CONSTRAINT "refund_line_amounts_check" CHECK ("refund_line"."cash_fen" >= 0 and "refund_line"."beli" >= 0)
);
--> statement-breakpoint
CREATE TABLE "degree_course" (
	"product_id" bigint PRIMARY KEY NOT NULL,
	"kind" text DEFAULT 'degree_course' NOT NULL,
	"total_scholarship_fen" integer NOT NULL,
	"mentor_compensation_bonus_fen" integer NOT NULL,
	"period" integer NOT NULL,
	"prerequisite" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "degree_course_kind_check" CHECK ("degree_course"."kind" = 'degree_course'),
	CONSTRAINT "degree_course_period_check" CHECK ("degree_course"."period" > 0),
	CONSTRAINT "degree_course_amounts_check" CHECK ("degree_course"."total_scholarship_fen" >= 0 and "degree_course"."mentor_compensation_bonus_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "degree_course_teacher" (
	"degree_course_id" bigint NOT NULL,
	"teacher_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "degree_course_teacher_degree_course_id_teacher_id_pk" PRIMARY KEY("degree_course_id","teacher_id")
);
--> statement-breakpoint
CREATE TABLE "faq" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "faq_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" bigint NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "faq_product_question_key" UNIQUE("product_id","question")
);
--> statement-breakpoint
CREATE TABLE "price_policy" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "price_policy_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" bigint NOT NULL,
	"valid_days" integer NOT NULL,
	"price_fen" integer NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "price_policy_product_days_key" UNIQUE("product_id","valid_days"),
	CONSTRAINT "price_policy_id_product_key" UNIQUE("id","product_id"),
	CONSTRAINT "price_policy_valid_days_check" CHECK ("price_policy"."valid_days" in (1, 3, 7, 14, 30, 60, 90, 180, 360, 540, 720)),
	CONSTRAINT "price_policy_price_check" CHECK ("price_policy"."price_fen" between 0 and 10000000)
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "product_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"brief" text NOT NULL,
	"cover_hue" integer NOT NULL,
	"cover_glyph" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_slug_unique" UNIQUE("slug"),
	CONSTRAINT "product_id_kind_key" UNIQUE("id","kind"),
	CONSTRAINT "product_kind_check" CHECK ("product"."kind" in ('course', 'degree_course')),
	CONSTRAINT "product_status_check" CHECK ("product"."status" in ('online', 'offline', 'upcoming')),
	CONSTRAINT "product_cover_hue_check" CHECK ("product"."cover_hue" between 0 and 359)
);
--> statement-breakpoint
CREATE TABLE "scholarship" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scholarship_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"degree_course_id" bigint NOT NULL,
	"time_percent" integer NOT NULL,
	"value_fen" integer NOT NULL,
	CONSTRAINT "scholarship_degree_percent_key" UNIQUE("degree_course_id","time_percent"),
	CONSTRAINT "scholarship_percent_check" CHECK ("scholarship"."time_percent" between 1 and 100),
	CONSTRAINT "scholarship_value_check" CHECK ("scholarship"."value_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "teacher" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "teacher_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"signature" text NOT NULL,
	"brief" text NOT NULL,
	"avatar_hue" integer NOT NULL,
	"account_id" bigint,
	CONSTRAINT "teacher_name_unique" UNIQUE("name"),
	CONSTRAINT "teacher_accountId_unique" UNIQUE("account_id"),
	CONSTRAINT "teacher_role_check" CHECK ("teacher"."role" in ('lecturer', 'mentor')),
	CONSTRAINT "teacher_avatar_hue_check" CHECK ("teacher"."avatar_hue" between 0 and 359)
);
--> statement-breakpoint
CREATE TABLE "cart_item" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cart_item_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"product_id" bigint NOT NULL,
	"price_policy_id" bigint NOT NULL,
	"is_selected" boolean DEFAULT true NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_item_product_key" UNIQUE("account_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "settlement" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "settlement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"order_coupon_record_id" bigint,
	"beli" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settlement_status_check" CHECK ("settlement"."status" in ('open', 'ordered', 'replaced')),
	CONSTRAINT "settlement_beli_check" CHECK ("settlement"."beli" >= 0)
);
--> statement-breakpoint
CREATE TABLE "settlement_line" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "settlement_line_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"settlement_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"product_id" bigint NOT NULL,
	"price_policy_id" bigint NOT NULL,
	"coupon_record_id" bigint,
	CONSTRAINT "settlement_line_product_key" UNIQUE("settlement_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "cache_tag" (
	"tag" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"expired_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "throttle_count_check" CHECK ("throttle"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeat" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "beli_account" ADD CONSTRAINT "beli_account_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "beli_entry" ADD CONSTRAINT "beli_entry_account_id_beli_account_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."beli_account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "beli_entry" ADD CONSTRAINT "beli_entry_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_family_id_coupon_family_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."coupon_family"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_code" ADD CONSTRAINT "coupon_code_coupon_id_coupon_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_record" ADD CONSTRAINT "coupon_record_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_record" ADD CONSTRAINT "coupon_record_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_record" ADD CONSTRAINT "coupon_record_coupon_fk" FOREIGN KEY ("coupon_id","family_id") REFERENCES "public"."coupon"("id","family_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_sub_category_id_course_sub_category_id_fk" FOREIGN KEY ("sub_category_id") REFERENCES "public"."course_sub_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_degree_course_id_degree_course_product_id_fk" FOREIGN KEY ("degree_course_id") REFERENCES "public"."degree_course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_product_fk" FOREIGN KEY ("product_id","kind") REFERENCES "public"."product"("id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_chapter" ADD CONSTRAINT "course_chapter_course_id_course_product_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_detail" ADD CONSTRAINT "course_detail_course_id_course_product_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_outline" ADD CONSTRAINT "course_outline_course_id_course_detail_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course_detail"("course_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_section" ADD CONSTRAINT "course_section_chapter_id_course_chapter_id_fk" FOREIGN KEY ("chapter_id") REFERENCES "public"."course_chapter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sub_category" ADD CONSTRAINT "course_sub_category_category_id_course_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."course_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_teacher" ADD CONSTRAINT "course_teacher_course_id_course_product_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_teacher" ADD CONSTRAINT "course_teacher_teacher_id_teacher_id_fk" FOREIGN KEY ("teacher_id") REFERENCES "public"."teacher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homework" ADD CONSTRAINT "homework_chapter_id_course_chapter_id_fk" FOREIGN KEY ("chapter_id") REFERENCES "public"."course_chapter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommended_course" ADD CONSTRAINT "recommended_course_course_id_course_product_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommended_course" ADD CONSTRAINT "recommended_course_recommended_id_course_product_id_fk" FOREIGN KEY ("recommended_id") REFERENCES "public"."course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_progress" ADD CONSTRAINT "section_progress_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_progress" ADD CONSTRAINT "section_progress_section_id_course_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."course_section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_form" ADD CONSTRAINT "enrolment_form_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_form" ADD CONSTRAINT "enrolment_form_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_grant" ADD CONSTRAINT "enrolment_grant_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_grant" ADD CONSTRAINT "enrolment_grant_order_line_id_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_settlement_id_settlement_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_order_coupon_record_id_coupon_record_id_fk" FOREIGN KEY ("order_coupon_record_id") REFERENCES "public"."coupon_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_coupon_record_id_coupon_record_id_fk" FOREIGN KEY ("coupon_record_id") REFERENCES "public"."coupon_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_price_policy_fk" FOREIGN KEY ("price_policy_id","product_id") REFERENCES "public"."price_policy"("id","product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_requested_by_account_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_refund_id_refund_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refund"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_order_line_id_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "degree_course" ADD CONSTRAINT "degree_course_product_fk" FOREIGN KEY ("product_id","kind") REFERENCES "public"."product"("id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "degree_course_teacher" ADD CONSTRAINT "degree_course_teacher_degree_course_id_degree_course_product_id_fk" FOREIGN KEY ("degree_course_id") REFERENCES "public"."degree_course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "degree_course_teacher" ADD CONSTRAINT "degree_course_teacher_teacher_id_teacher_id_fk" FOREIGN KEY ("teacher_id") REFERENCES "public"."teacher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq" ADD CONSTRAINT "faq_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_policy" ADD CONSTRAINT "price_policy_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scholarship" ADD CONSTRAINT "scholarship_degree_course_id_degree_course_product_id_fk" FOREIGN KEY ("degree_course_id") REFERENCES "public"."degree_course"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teacher" ADD CONSTRAINT "teacher_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_price_policy_fk" FOREIGN KEY ("price_policy_id","product_id") REFERENCES "public"."price_policy"("id","product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_order_coupon_record_id_coupon_record_id_fk" FOREIGN KEY ("order_coupon_record_id") REFERENCES "public"."coupon_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_settlement_id_settlement_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_coupon_record_id_coupon_record_id_fk" FOREIGN KEY ("coupon_record_id") REFERENCES "public"."coupon_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_price_policy_fk" FOREIGN KEY ("price_policy_id","product_id") REFERENCES "public"."price_policy"("id","product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_username_key" ON "account" USING btree (lower("username"));--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_key" ON "account" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "account_created_at_idx" ON "account" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "beli_entry_account_idx" ON "beli_entry" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "beli_entry_order_idx" ON "beli_entry" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "coupon_product_idx" ON "coupon" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "coupon_code_coupon_idx" ON "coupon_code" USING btree ("coupon_id");--> statement-breakpoint
CREATE INDEX "coupon_record_account_idx" ON "coupon_record" USING btree ("account_id","status");--> statement-breakpoint
CREATE INDEX "coupon_record_order_idx" ON "coupon_record" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "coupon_record_coupon_idx" ON "coupon_record" USING btree ("coupon_id");--> statement-breakpoint
CREATE INDEX "course_sub_category_idx" ON "course" USING btree ("sub_category_id","position");--> statement-breakpoint
CREATE INDEX "course_degree_idx" ON "course" USING btree ("degree_course_id","position");--> statement-breakpoint
CREATE INDEX "course_published_on_idx" ON "course" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "course_section_position_idx" ON "course_section" USING btree ("chapter_id","position");--> statement-breakpoint
CREATE INDEX "course_sub_category_category_idx" ON "course_sub_category" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "course_teacher_teacher_idx" ON "course_teacher" USING btree ("teacher_id");--> statement-breakpoint
CREATE INDEX "section_progress_section_idx" ON "section_progress" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "enrolment_product_idx" ON "enrolment" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "enrolment_form_account_idx" ON "enrolment_form" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "enrolment_grant_enrolment_idx" ON "enrolment_grant" USING btree ("enrolment_id","starts_at");--> statement-breakpoint
CREATE INDEX "order_account_idx" ON "order" USING btree ("account_id","placed_at");--> statement-breakpoint
CREATE INDEX "order_status_idx" ON "order" USING btree ("status","placed_at");--> statement-breakpoint
CREATE INDEX "order_line_product_idx" ON "order_line" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "payment_order_idx" ON "payment" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "payment_event_payment_idx" ON "payment_event" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payment_event_received_at_idx" ON "payment_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "refund_order_idx" ON "refund" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refund_status_idx" ON "refund" USING btree ("status");--> statement-breakpoint
CREATE INDEX "refund_line_order_line_idx" ON "refund_line" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "degree_course_teacher_teacher_idx" ON "degree_course_teacher" USING btree ("teacher_id");--> statement-breakpoint
CREATE INDEX "product_kind_status_idx" ON "product" USING btree ("kind","status");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_open_key" ON "settlement" USING btree ("account_id") WHERE "settlement"."status" = 'open';--> statement-breakpoint
CREATE INDEX "settlement_line_coupon_idx" ON "settlement_line" USING btree ("coupon_record_id");--> statement-breakpoint
CREATE INDEX "throttle_window_start_idx" ON "throttle" USING btree ("window_start");