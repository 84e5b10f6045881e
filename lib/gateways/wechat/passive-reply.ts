/** `]]>` would end the section: it is split over two. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export interface ReplyAddress {
  /** Who wrote: gets the reply. */
  readonly openid: string;
  /** The official account as the push named it. */
  readonly account: string;
}

/** 被动回复文本消息. */
export const textReply = ({ openid, account }: ReplyAddress, text: string, now: Date): string =>
  `<xml><ToUserName>${cdata(openid)}</ToUserName><FromUserName>${cdata(account)}</FromUserName>` +
  `<CreateTime>${unixSeconds(now)}</CreateTime><MsgType>${cdata('text')}</MsgType><Content>${cdata(text)}</Content></xml>`;

/** The same, encrypted. */
export const sealedReply = (sealed: {
  readonly encrypted: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}): string =>
  `<xml><Encrypt>${cdata(sealed.encrypted)}</Encrypt><MsgSignature>${cdata(sealed.signature)}</MsgSignature>` +
  `<TimeStamp>${sealed.timestamp}</TimeStamp><Nonce>${cdata(sealed.nonce)}</Nonce></xml>`;

export const unixSeconds = (instant: Date): string => String(Math.floor(instant.getTime() / 1000));
