import type { OauthGrant, WechatGateway, WechatOutcome, WechatProfile } from '@/lib/gateways/wechat/gateway';
import type { Gateways } from '@/lib/services/ctx';
import { fakeGateways, unique } from './factories';

/** Someone with a WeChat. */
export interface WechatPerson {
  readonly openid: string;
  readonly nickname: string;
}

interface FakeWechat {
  readonly gateways: Gateways;
  /** Someone with a WeChat. */
  readonly person: () => WechatPerson;
  /** The code that the consent of a person gives; it works once. */
  readonly consent: (person: WechatPerson, options?: { snapshot?: boolean }) => string;
  /** From now on code exchange and profile answer this. */
  readonly oauthAnswers: (outcome: WechatOutcome<never> | null) => void;
  /** What the next sends answer, one after the other; with none left, they are accepted. */
  readonly sends: WechatOutcome<string>[];
  /** Every message that was tried, in order. */
  readonly sent: readonly SentMessage[];
}

export interface SentMessage {
  readonly openid: string;
  /** The text, or the fields of the card. */
  readonly content: string | Readonly<Record<string, string>>;
  readonly clientMsgId: string | null;
}

/** The refusal WeChat would give. */
export const refusal = (
  errcode: number,
  kind: 'busy' | 'quota' | 'configuration' | 'permanent' | 'token' = 'permanent',
): WechatOutcome<never> => ({ kind: 'refused', refusal: { errcode, errmsg: 'no rid: 1-2-3', class: kind } });

/** A WeChat in memory that keeps to its rules about codes. */
export function fakeWechat(more: Partial<WechatGateway> = {}): FakeWechat {
  const codes = new Map<string, OauthGrant>();
  const people = new Map<string, WechatPerson>();
  const sends: WechatOutcome<string>[] = [];
  const sent: SentMessage[] = [];
  let oauth: WechatOutcome<never> | null = null;

  const exchangeCode = async (code: string): Promise<WechatOutcome<OauthGrant>> => {
    if (oauth) return oauth;
    const grant = codes.get(code);
    if (!grant) return refusal(40163);
    codes.delete(code);
    return { kind: 'ok', value: grant };
  };
  const profile = async (_token: string, openid: string): Promise<WechatOutcome<WechatProfile>> => {
    const person = people.get(openid);
    return person ? { kind: 'ok', value: { ...person, avatarUrl: null, unionid: null } } : refusal(48001);
  };
  const send = async (message: SentMessage): Promise<WechatOutcome<string>> => {
    sent.push(message);
    return sends.shift() ?? { kind: 'ok', value: String(1n << 61n) };
  };
  return {
    gateways: fakeGateways(
      {},
      {
        oauthUrl: ({ state }) => `https://open.example/authorize?state=${state}#wechat_redirect`,
        exchangeCode,
        profile,
        sendText: async (openid, content) => {
          const outcome = await send({ openid, content, clientMsgId: null });
          return outcome.kind === 'ok' ? { kind: 'ok', value: null } : outcome;
        },
        sendTemplate: ({ openid, data, clientMsgId }) => send({ openid, content: data, clientMsgId }),
        sendSubscribe: async ({ openid, data }) => {
          const outcome = await send({ openid, content: data, clientMsgId: null });
          return outcome.kind === 'ok' ? { kind: 'ok', value: null } : outcome;
        },
        listSubscribeTemplates: async () => ({ kind: 'ok', value: [] }),
        ...more,
      },
    ),
    person: () => {
      const person = { openid: unique('o'), nickname: unique('微信') };
      people.set(person.openid, person);
      return person;
    },
    consent: ({ openid }, { snapshot = false } = {}) => {
      const code = unique('code');
      codes.set(code, {
        openid,
        accessToken: unique('at'),
        refreshToken: unique('rt'),
        unionid: null,
        isSnapshot: snapshot,
      });
      return code;
    },
    oauthAnswers: (outcome) => {
      oauth = outcome;
    },
    sends,
    sent,
  };
}
