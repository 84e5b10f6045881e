import { createServer } from 'node:http';

/** A WeChat in a process of its own that takes everything at once: `node … wechat-answers.ts <port>`. */
const BODY = JSON.stringify({ errcode: 0, errmsg: 'ok', msgid: 2_305_843_009, access_token: 'AT', expires_in: 7200 });
const [port] = process.argv.slice(2);

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(BODY);
  });
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
