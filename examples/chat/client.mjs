// node client.mjs before | node client.mjs after   (with that server running)
import { io } from 'socket.io-client';

const version = process.argv[2] ?? 'after';
const origin = process.env.CHAT_URL ?? 'http://127.0.0.1:3000';
const namespace = version === 'before' ? origin : `${origin}/chat`;

async function login(name, password) {
  const response = await fetch(`${origin}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  return (await response.json()).token;
}

function connect(who, token) {
  const client = io(namespace, { auth: { token }, transports: ['websocket'], forceNew: true });
  client.onAny((event, data) => console.log(`${who} got ${event}:`, data));
  client.on('connect', () => console.log(`${who} is connected`));
  client.on('connect_error', (error) => console.log(`${who} was refused: ${error.message}`));
  return client;
}

const alice = connect('alice', await login('alice', 'wonderland'));
const stranger = connect('a stranger');
const join = (client) => client.emit('join', { roomId: 'board' });

alice.on('connect', () => {
  join(alice);
  setTimeout(() => alice.emit('message', { roomId: 'board', text: 'Members only' }), 500);
  setTimeout(() => alice.emit('message', { roomId: 'board', text: '' }), 700);
});
stranger.on('connect', () => join(stranger));
setTimeout(() => process.exit(), 1500);
