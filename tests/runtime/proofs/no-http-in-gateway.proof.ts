import { proof } from '../harness/proof.ts';

export default proof(
  'no-http-in-gateway',
  {
    claim: '`@Query()` is null in a message handler',
    async observe(app) {
      const client = await app.connect({ query: { room: 'lobby' } });
      return client.send('join', { room: 'lobby' });
    },
    incorrect: { block: 'query', expect: 'ack {"joined":"room:null"}' },
    correct: { block: 'message-body', expect: 'ack {"joined":"room:lobby"}' },
  },
  {
    claim: 'A gateway that is a controller too has two instances, and one of them has no server',
    async observe(app) {
      const { status } = await app.http('POST', '/chat/announcements');
      const [error = 'nothing logged'] = await app.logs();
      return `POST /chat/announcements: ${status}, ${error}`;
    },
    incorrect: {
      block: 'controller',
      expect: "POST /chat/announcements: 500, Cannot read properties of undefined (reading 'to')",
    },
    correct: {
      block: 'separate-controller',
      expect: 'POST /chat/announcements: 201, nothing logged',
    },
  },
  {
    claim:
      '`@Req()` is the socket and `@Body()` the payload, so the fix keeps what the handler does',
    alike: true,
    async observe(app) {
      const client = await app.connect();
      return client.send('say', { text: 'hello' });
    },
    incorrect: { block: 'req-body', expect: 'ack "hello"' },
    correct: { block: 'socket-message-body', expect: 'ack "hello"' },
  },
  {
    claim: '`@Get()` on a message handler makes no route',
    async observe(app) {
      const { status } = await app.http('GET', '/rooms');
      return `GET /rooms: ${status}`;
    },
    incorrect: { block: 'route', expect: 'GET /rooms: 404' },
    correct: {
      block: 'separate-controller',
      async observe(app) {
        const { status } = await app.http('POST', '/chat/announcements');
        return `POST /chat/announcements: ${status}`;
      },
      expect: 'POST /chat/announcements: 201',
    },
  },
);
