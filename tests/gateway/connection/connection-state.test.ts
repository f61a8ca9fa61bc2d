import { describe, expect, it } from 'vitest';

import { readFile } from '../read.ts';

const IMPORTS = `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
  import { Socket } from 'socket.io';`;

function stateOf(members: string, before = '', heritage = '') {
  const { gateways } = readFile(
    `${IMPORTS} ${before} @WebSocketGateway() class A ${heritage} { ${members} }`,
  );
  const gateway = gateways.find(({ name }) => name === 'A');
  if (!gateway) throw new Error('There is no gateway');
  return gateway.state;
}

/** The collections that hold an entry per connection. */
function perConnection(members: string, before?: string, heritage?: string): string[] {
  return [...stateOf(members, before, heritage).perConnection.keys()].map(({ name }) => name);
}

/** Whether the only collection per connection is emptied. */
function isEmptied(members: string, before?: string, heritage?: string): boolean {
  const state = stateOf(members, before, heritage);
  const [fill, ...others] = state.perConnection.values();
  if (!fill || others.length > 0) throw new Error('There is not one collection');
  return state.isEmptied(fill);
}

const KEPT = `users = new Map<string, Socket>();
  handleConnection(client: Socket) { this.users.set(client.id, client); }`;

describe('the collections', () => {
  it.each([
    'users = new Map()',
    'users = new Set() as Set<Socket>',
    'users = new Array()',
    'users = []',
    'users = {}',
    'users = Object.create(null)',
    'users: Map<string, Socket>',
    'users!: Set<Socket>',
    'users: Array<Socket>',
    'users: Socket[]',
    'users: Record<string, Socket>',
    'users: { [id: string]: Socket }',
  ])('are fields: %s', (field) => {
    expect(
      perConnection(`${field}; handleConnection(client) { this.users[client.id] = client; }`),
    ).toEqual(['this.users']);
  });

  it.each([
    'users = new WeakMap()',
    'users = new Map.Entry()',
    'users = make()',
    'users = Object.keys(x)',
    'users = objects.create()',
    'users = Object[create]()',
    'users = { a: 1 }',
    'users = 1',
    'users: WeakMap<Socket, string>',
    'users: ns.Map<string, Socket>',
    'users: { [id: string]: Socket; first: Socket }',
    'users: string',
    'users',
    "@Inject('x') users: Map<string, Socket>",
    'constructor(private users: Map<string, Socket>) {}',
  ])('are not: %s', (field) => {
    expect(
      perConnection(`${field}; handleConnection(client) { this.users[client.id] = client; }`),
    ).toEqual([]);
  });

  it('are no classes of another module or of the file', () => {
    const code = `a = new Map(); b: Set<Socket>; handleConnection(client) {
      this.a.set(client.id, client); this.b.add(client); }`;
    expect(perConnection(code, `import { Map, Set } from 'immutable';`)).toEqual([]);
    expect(
      perConnection('a = Object.create(null); ' + KEPT, 'class Object {} class Map {}'),
    ).toEqual([]);
  });

  it('are variables of the module, and fields of the class itself', () => {
    const before = 'const users = new Map(); export const others = new Map(); let none;';
    const code = `static all = []; handleConnection(client) {
      users.set(client.id, client); others.set(client.id, client); none.push(client);
      A.all.push(client); B.all.push(client); }`;
    expect(perConnection(code, before)).toEqual(['users', 'A.all']);
  });

  it('are found behind variables, entries and loops', () => {
    const fill = (body: string) =>
      perConnection(`rooms: Record<string, Socket[]> = {}; handleConnection(client) { ${body} }`);
    for (const body of [
      'const room = this.rooms.a; room.push(client);',
      'const room = this.rooms[x] || []; room.push(client);',
      'this.rooms.get(x)!.get(y).add(client);',
      'for (const room of this.rooms) room.push(client);',
      'this.rooms.forEach((room) => room.push(client));',
    ]) {
      expect.soft(fill(body), body).toEqual(['this.rooms']);
    }
    for (const body of [
      'let room; room.push(client);',
      'for (const room in x) room.push(client);',
      'each((room) => room.push(client));',
      'const f = (room) => room.push(client);',
      'function f(room) { room.push(client); }',
      'try {} catch (room) { room.push(client); }',
      'const a = b; const b = a; a.push(client);',
      '(await this.rooms).push(client);',
      'this.rooms.push();',
      'push(client);',
    ]) {
      expect.soft(fill(body), body).toEqual([]);
    }
  });

  it('are one each, with the first place that fills it', () => {
    const members = `users = []; handleConnection(client) { this.users.push(client.id);
      this.users.push(client); } @SubscribeMessage('a') on(client) { this.users.push(client); }`;
    expect(stateOf(members).fills).toHaveLength(3);
    expect(perConnection(members)).toEqual(['this.users']);
  });
});

describe('an entry per connection', () => {
  const connected = (body: string) =>
    perConnection(`a: any[] = []; handleConnection(client) { ${body} }`).length === 1;
  const handled = (body: string) =>
    perConnection(`a: any[] = []; @SubscribeMessage('a') async on(client, data) { ${body} }`)
      .length === 1;

  it('is what handleConnection makes from the client', () => {
    expect(connected('this.a.set(client.id, 1)')).toBe(true);
    expect(connected('this.a.set(x, client)')).toBe(true);
    expect(connected('this.a[client.id] = 1')).toBe(true);
    expect(connected('this.a.add(f(client))')).toBe(true);
    expect(connected('this.a.push(x)')).toBe(true);
    expect(connected('this.a = [...this.a, x]')).toBe(true);
    expect(connected('this.a = { ...this.a, [client.id]: x }')).toBe(true);
    expect(connected('this.a = { ...this.a, [x]: y }')).toBe(false);
    expect(connected('this.a.set(x, y)')).toBe(false);
    expect(connected(`this.a.set('last', client)`)).toBe(false);
    expect(connected('this.a[`last`] = client')).toBe(false);
    expect(connected(`const last = 'last'; this.a.set(last, client)`)).toBe(false);
    expect(connected(`this.a.push('visit')`)).toBe(false);
    expect(connected('this.a = [client]')).toBe(false);
    expect(connected('this.a = { ...other, [client.id]: x }')).toBe(false);
    expect(connected('this.a = [...this.a]')).toBe(false);
    expect(connected('[this.a] = [client]')).toBe(false);
  });

  it('is the socket, or what is read from it, in a handler', () => {
    expect(handled('this.a.set(client.id, data)')).toBe(true);
    expect(handled('this.a.set(`user:${client.data.id}`, data)')).toBe(true);
    expect(handled('this.a.set(data.name, client)')).toBe(true);
    expect(handled('this.a.set(data.name, client.id)')).toBe(true);
    expect(handled('this.a.set(data.name, { data, mine: client })')).toBe(true);
    expect(handled('this.a.set(data.name, { socketId: client.id })')).toBe(true);
    expect(handled('this.a.push({ id: client.id, name: data.name })')).toBe(true);
    expect(handled('this.a.push(client)')).toBe(true);
    expect(handled('this.a[data.name] = client')).toBe(true);
    expect(handled('this.a.set(data.name, data)')).toBe(false);
    expect(handled(`this.a.set('last', client)`)).toBe(false);
    expect(handled('this.a.push(data)')).toBe(false);
    expect(handled('this.a.push(client.data.name)')).toBe(false);
    expect(handled('this.a.push({ author: client.id, text: data })')).toBe(false);
    expect(handled('this.a.push({ id: client.id, text: data })')).toBe(false);
    expect(handled('this.a.push({ ...data, id: client.id })')).toBe(false);
    expect(handled('this.a.push({ ...data, socketId: client.id })')).toBe(true);
    expect(handled('this.a.push({ [client.id]: client.id })')).toBe(false);
    expect(handled('const room = await f(client); this.a.set(room.id, room)')).toBe(false);
  });

  it('is not what handleDisconnect or afterInit puts in', () => {
    expect(perConnection(`a = []; handleDisconnect(client) { this.a.push(client); }`)).toEqual([]);
    expect(perConnection(`a = []; afterInit(server) { this.a.push(server); }`)).toEqual([]);
  });
});

describe('a collection is emptied', () => {
  const leaving = (body: string) =>
    isEmptied(`${KEPT} handleDisconnect(client) { ${body} } methodOf() {}`);

  it.each([
    'this.users.delete(client.id)',
    'this.users?.clear()',
    'const users = this.users; users.delete(client.id)',
    'delete this.users[client.id]',
    'this.users = new Map()',
    'this.users = this.users.filter(x)',
    'this.users.length = 0',
    'this.users[client.id] = undefined',
    'this.users[client.id] = this.users[client.id].filter(x)',
    'remove(this.users, client)',
    'this.service.leave(this.users)',
    'this.users.forEach(this.remove)',
    'f(() => { this.users.delete(client.id) })',
  ])('when a client leaves: %s', (body) => {
    expect(leaving(body)).toBe(true);
  });

  it.each([
    'this.users.get(client.id)',
    'this.users.set(client.id, 1)',
    'this.users.forEach((user) => user.emit("left"))',
    'this.users.forEach()',
    'this.users[client.id] = null',
    'this.users[client.id].online = false',
    'this.users = { ...this.users, a: 1 }',
    'void this.users',
    'this.server.emit("users", this.users)',
    'Object.keys(this.users); JSON.stringify(this.users); console.table(this.users)',
    'other.delete(client.id); delete this.other[client.id]; this.other = []',
  ])('not: %s', (body) => {
    expect(leaving(body)).toBe(false);
  });

  it('in code that no client runs', () => {
    expect(isEmptied(`${KEPT} remove(id) { this.users.delete(id); }`)).toBe(true);
    expect(isEmptied(`${KEPT} constructor() { f(() => this.users.clear()); }`)).toBe(true);
    expect(isEmptied(`${KEPT} afterInit() { f(() => this.users.clear()); }`)).toBe(true);
    expect(isEmptied(`${KEPT} constructor() { this.users.clear(); }`)).toBe(false);
    expect(isEmptied(`${KEPT} onModuleInit() { this.users.clear(); }`)).toBe(false);
    const handler = `@SubscribeMessage('a') on(client) { this.remove(client.id); }`;
    expect(isEmptied(`${KEPT} ${handler} remove(id) { this.users.delete(id); }`)).toBe(false);
  });

  it('by a base class', () => {
    const base = `class Base { remove(id) { this.users.delete(id); } }`;
    expect(isEmptied(KEPT, base, 'extends Base')).toBe(true);
    const hook = `class Base { handleDisconnect(client) { this.users.delete(client.id); } }`;
    expect(isEmptied(KEPT, hook, 'extends Base')).toBe(true);
    const own = `${KEPT} handleDisconnect(client) { super.handleDisconnect(client); }`;
    expect(isEmptied(own, hook, 'extends Base')).toBe(true);
    expect(isEmptied(own)).toBe(false);
  });

  it('where it is filled', () => {
    const filling = (body: string) =>
      isEmptied(`users = new Map(); handleConnection(client) { ${body} }`);
    const fill = 'this.users.set(client.id, client);';
    expect(filling(`${fill} this.users.delete(client.id);`)).toBe(true);
    expect(filling(`try { ${fill} } finally { this.users.delete(client.id); }`)).toBe(true);
    expect(filling(`if (x) { ${fill} this.users.delete(client.id); }`)).toBe(true);
    expect(filling(`${fill} setTimeout(() => this.users.delete(client.id));`)).toBe(true);
    expect(filling(`${fill} if (x) this.users.shift();`)).toBe(true);
    expect(filling(`this.users.delete(client.id); ${fill}`)).toBe(false);
    expect(filling(`${fill} if (x) this.users.delete(client.id);`)).toBe(false);
    expect(filling(`${fill} x && this.users.delete(client.id);`)).toBe(false);
    expect(filling(`try { ${fill} } catch { this.users.delete(client.id); }`)).toBe(false);
  });

  it('elsewhere in the module', () => {
    const members = 'handleConnection(client) { users.set(client.id, client); }';
    const before = 'const users = new Map();';
    expect(isEmptied(members, before)).toBe(false);
    expect(isEmptied(members, `${before} export const f = () => users.clear();`)).toBe(true);
    const served = `${members} @SubscribeMessage('a') on() { f(); }`;
    expect(isEmptied(served, `${before} function f() { users.clear(); }`)).toBe(false);
  });
});

describe('an entry that is handed on', () => {
  const left = (body: string) => isEmptied(`${KEPT} handleDisconnect(client) { ${body} }`);

  it('leaves the collection as it is', () => {
    expect(left('const user = this.users.get(client.id); this.api.leave(user, user.id);')).toBe(
      false,
    );
    expect(left('this.api.leave(this.users.get(client.id));')).toBe(false);
    expect(left('for (const [id, user] of this.users) this.api.leave(id, user);')).toBe(false);
    expect(left('const [user] = this.users.values(); this.api.leave(user);')).toBe(false);
    expect(left('this.rooms.leave((this.users || []).size);')).toBe(false);
  });

  it('is not the collection itself', () => {
    expect(left('drop(this.users, client.id);')).toBe(true);
    expect(left('drop(this.users || {}, client.id);')).toBe(true);
    expect(left('const users = this.users; drop(users, client.id);')).toBe(true);
    expect(
      isEmptied(
        `static users = new Map(); handleConnection(client) { A.users.set(client.id, client); }
         handleDisconnect(client) { drop(A.users, client.id); }`,
      ),
    ).toBe(true);
    expect(
      isEmptied(
        `handleConnection(client) { users.set(client.id, client); }
         handleDisconnect(client) { drop(users, client.id); }`,
        'const users = new Map();',
      ),
    ).toBe(true);
  });

  it('may be emptied where it is a collection too', () => {
    const members = (fill: string, body: string) =>
      isEmptied(
        `rooms = new Map(); handleConnection(client) { ${fill} } handleDisconnect(client) { ${body} }`,
      );
    const fills = [
      'this.rooms.get(room).add(client);',
      'this.rooms.get(room).users[client.id] = client;',
      'const users = this.rooms.get(room); users.push(client);',
      'for (const users of this.rooms.values()) users.add(client.id);',
      'this.rooms.users = [...this.rooms.users, client];',
      'this.rooms[client.id] = [...this.rooms[client.id], client];',
      'this.rooms.set(client.id, [client]);',
      'const users = new Set([client.id]); this.rooms.set(client.id, users);',
    ];
    for (const fill of fills) {
      expect.soft(members(fill, 'drop(this.rooms.get(room), client);'), fill).toBe(true);
    }
    expect(members('this.rooms.set(client.id, client);', 'drop(this.rooms.get(client.id));')).toBe(
      false,
    );
  });
});

describe('collections', () => {
  it('are no globals', () => {
    expect(
      perConnection(
        'handleConnection(client) { globalThis.users[client.id] = client; Map[client.id] = client; }',
      ),
    ).toEqual([]);
  });

  it('are emptied by what is handed the static field or the variable itself', () => {
    expect(
      isEmptied(
        `static users = new Map(); handleConnection(client) { A.users.set(client.id, client); }
         handleDisconnect(client) { drop(A.users, client.id); }`,
      ),
    ).toBe(true);
    expect(
      isEmptied(
        `handleConnection(client) { users.push(client); } handleDisconnect(client) { users = users.filter(other(client)); }`,
        'let users = [];',
      ),
    ).toBe(true);
  });

  it('are emptied by a new, empty value', () => {
    expect(isEmptied(`${KEPT} handleDisconnect() { this.users = {}; }`)).toBe(true);
  });

  it('are told from those of another class in the file', () => {
    const other = 'class B { users = new Map(); drop(id) { this.users.delete(id); } }';
    expect(isEmptied(KEPT, other)).toBe(false);
  });

  it('are emptied by one of several places', () => {
    expect(
      isEmptied(
        `${KEPT} prune() { this.users.clear(); }
         @SubscribeMessage('leave') leave(client) { this.users.delete(client.id); }`,
      ),
    ).toBe(true);
  });

  it('are emptied by a method that afterInit is not alone to call', () => {
    expect(isEmptied(`${KEPT} afterInit() { this.reset(); } reset() { this.users.clear(); }`)).toBe(
      true,
    );
  });

  it('are not emptied by a function that a handler calls at once', () => {
    expect(
      isEmptied(
        `${KEPT} @SubscribeMessage('leave') leave(client) { (async () => { this.users.delete(client.id); })(); }`,
      ),
    ).toBe(false);
  });

  it('are emptied by a delete right behind the place that fills them', () => {
    expect(
      isEmptied(
        'users = {}; handleConnection(client) { this.users[client.id] = client; delete this.users[client.id]; }',
      ),
    ).toBe(true);
  });

  it('do not grow under one written key', () => {
    expect(
      perConnection(
        "users = {}; handleConnection(client) { this.users = { ...this.users, 'last': client }; }",
      ),
    ).toEqual([]);
  });

  it('grow by lists, templates and ids of the socket in a handler', () => {
    const grows = (body: string) =>
      perConnection(
        `users = new Map(); list = []; @SubscribeMessage('say') say(client, dto) { ${body} }`,
      );
    expect(grows('this.list.push(dto.text, client);')).toEqual(['this.list']);
    expect(grows('this.users.set(`${client.id}:${dto.room}`, 1);')).toEqual(['this.users']);
    expect(grows('this.list.push({ id: dto.id });')).toEqual([]);
  });

  it('are nested where a pattern takes an entry out', () => {
    const { fills } = stateOf(
      `rooms = {}; handleConnection(client) { const { lobby } = this.rooms; lobby.push(client); }`,
    );
    expect(fills.map(({ isNested }) => isNested)).toEqual([true]);
  });

  it('are not nested in a static field or a variable of the module', () => {
    const { fills } = stateOf(
      `static all = new Map();
       handleConnection(client) { A.all.set(client.id, client); users.set(client.id, client); }`,
      'const users = new Map();',
    );
    expect(fills.map(({ isNested }) => isNested)).toEqual([false, false]);
  });

  it('are not emptied by what is handed a global', () => {
    expect(isEmptied(`${KEPT} handleDisconnect() { f(Boolean); }`)).toBe(false);
  });
});
