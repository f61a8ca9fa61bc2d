import { describe, expect, it } from 'vitest';

import { clientFacingThrows } from '../../../src/gateway/errors/client-facing-throws.ts';
import { throwsOutOfClass, throwsToNest } from '../../../src/gateway/errors/escaping-throws.ts';
import { readExceptions } from '../../../src/gateway/errors/exception.ts';
import { returnedValues } from '../../../src/gateway/errors/returned-values.ts';
import { readFile, readGateway } from '../read.ts';

const IMPORTS = `
  import { HttpException, Injectable, NotFoundException as Missing, UseFilters, UseGuards } from '@nestjs/common';
  import * as common from '@nestjs/common';
  import { SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';
`;

describe('what an exception is', () => {
  /** The kinds of what a statement throws. */
  function kinds(expression: string): string[] {
    const file = readFile(`${IMPORTS}
      import { RoomFull } from '.';
      class Full extends WsException {}
      class Fuller extends Full {}
      class Lost extends common.NotFoundException {}
      class Bug extends Error {}
      class Plain {}
      class Unseen extends RoomFull {}
      const known = new HttpException('a', 500);
      let changing = new Error();
      function f(given) { throw ${expression}; }
    `);
    const [statement] = file.routine(file.sourceCode.ast).throws;
    return statement ? readExceptions(statement.argument, file).map(({ kind }) => kind) : [];
  }

  it.each([
    [`new WsException('a')`, ['ws']],
    [`new Full()`, ['ws']],
    [`new Fuller()`, ['ws']],
    [`new Missing()`, ['http']],
    [`new common.ImATeapotException()`, ['http']],
    [`new Lost()`, ['http']],
    [`known`, ['http']],
    [`new Error()`, ['other']],
    [`new TypeError()`, ['other']],
    [`new Bug()`, ['other']],
    [`new Plain()`, ['other']],
    [`'text'`, ['other']],
    ['`text ${given}`', ['other']],
    [`{ status: 'error' }`, ['other']],
    [`new RoomFull()`, ['unknown']],
    [`new Unseen()`, ['unknown']],
    [`new DomainError()`, ['unknown']],
    [`new common.Injectable()`, ['unknown']],
    [`new errors.Missing()`, ['unknown']],
    [`changing`, ['unknown']],
    [`given`, ['unknown']],
    [`make()`, ['unknown']],
    [`given ? new Error() : known`, ['other', 'http']],
    [`given ?? new WsException('a')`, ['unknown', 'ws']],
  ])('%s is %j', (expression, expected) => expect(kinds(expression)).toEqual(expected));

  it('is not Error where the file has an Error of its own', () => {
    const file = readFile(`import { Error } from '.'; throw new Error();`);
    const [statement] = file.routine(file.sourceCode.ast).throws;
    expect(statement && readExceptions(statement.argument, file)[0]?.kind).toBe('unknown');
  });
});

describe('which throws leave a handler', () => {
  /** The texts of what leaves `join`; each throws a number. */
  function leaving(body: string, members = ''): string[] {
    const gateway = readGateway(`${IMPORTS}
      function outside() { throw 10; }
      @WebSocketGateway() class A { @SubscribeMessage('join') async join(client) { ${body} } ${members} }
    `);
    return gateway.handlers
      .flatMap((handler) => throwsToNest(handler))
      .map(({ argument }) => gateway.file.sourceCode.getText(argument));
  }

  it.each([
    ['throw 1;', ['1']],
    ['try { throw 1; } catch { throw 2; } finally { throw 3; }', ['2', '3']],
    ['ids.forEach((id) => { throw 1; });', ['1']],
    ['(() => { throw 1; })();', ['1']],
    ['new Promise(() => { throw 1; });', ['1']],
    ['a(b(() => { throw 1; }));', ['1']],
    ['table[a](() => { throw 1; });', ['1']],
    ['try { a(() => { throw 1; }); } catch {}', []],
    ['a(() => { throw 1; }).catch(() => { throw 2; });', ['2']],
    ['a.pipe(map(() => { throw 1; }), catchError(() => { throw 2; }));', ['2']],
    ['a.pipe(map(() => { throw 1; }), tap(log));', ['1']],
    ['a.pipe(map(() => { throw 1; }), log);', ['1']],
    ['client.on("x", () => { throw 1; });', []],
    ['setTimeout(() => { throw 1; });', []],
    ['const f = () => { throw 1; };', []],
    ['const f = () => { throw 1; }; f();', ['1']],
    ['const o = { f() { throw 1; } };', []],
    ['outside();', ['10']],
    ['await this.find();', ['20']],
    ['this.find(); this.find();', ['20']],
    ['try { this.find(); } catch {}', []],
    ['this.find().catch(f);', []],
    ['ids.map(() => this.find());', ['20']],
    ['client.on("x", () => this.find());', []],
    ['this.deep();', []],
    ['this.join(client); throw 1;', ['1']],
    ['this.unknown();', []],
  ])('%s: %j', (body, expected) => {
    expect(leaving(body, 'find() { throw 20; } deep() { this.find(); }')).toEqual(expected);
  });

  it('leaves a class by every method but those whose every call is caught', () => {
    const file = readFile(`class A {
      a() { throw 1; this.b(); }
      b() { throw 2; }
      c() { try { this.d(); } catch {} }
      d() { throw 3; }
      e() { try { this.f(); } catch {} this.f(); }
      f = () => { throw 4; };
    }`);
    const [model] = file.classes;
    const found = model ? throwsOutOfClass(model, file) : [];
    expect(found.map(({ argument }) => file.sourceCode.getText(argument))).toEqual(['1', '2', '4']);
  });
});

it('knows the throws that nothing but Nest answers', () => {
  const file = readFile(`${IMPORTS}
    import { Catch, PipeTransform, UsePipes } from '@nestjs/common';
    @Injectable() class Used { canActivate(c) { c.switchToWs(); throw 1; } }
    @Injectable() class Filtered { canActivate(c) { c.switchToWs(); throw 2; } }
    @Injectable() class Elsewhere { canActivate(c) { c.switchToWs(); throw 3; } }
    @Injectable() class Typed { canActivate(c) { c.getType(); c.switchToWs(); throw 4; } }
    @Injectable() class Checked implements PipeTransform { transform(c) { c.switchToWs(); throw 8; } }
    @Injectable() class Open implements PipeTransform { transform(c) { c.switchToWs(); throw 9; } }
    @Catch() class Filter { catch(e, h) { h.switchToWs(); throw 5; } }
    @WebSocketGateway() class A {
      @UseGuards(Used, Other) @UsePipes(Open) @SubscribeMessage('a') a() { throw 6; }
      @UseGuards(Used, Filtered) @UsePipes(Open, Checked) @UseFilters(Filter) @SubscribeMessage('b') b() { throw 7; }
    }
  `);
  const found = clientFacingThrows(file).map(
    ({ statement, isInFilter }) =>
      `${file.sourceCode.getText(statement.argument)}${isInFilter ? ' in a filter' : ''}`,
  );
  expect(found.sort()).toEqual(['1', '3', '5 in a filter', '6', '9']);
});

describe('what a function returns', () => {
  it.each([
    ['return a;', ['a']],
    ['if (x) return a; return b ? c : d;', ['a', 'c', 'd']],
    ['return;', []],
    ['f(() => { return a; });', []],
    ['return Promise.resolve(a);', ['a']],
    ['return x.resolve(a);', []],
    ['return resolve(a);', ['resolve(a)']],
    ['return this.x.resolve(a);', []],
    ['return f().then(() => a, () => { return b; });', ['a', 'b']],
    ['return f().catch(() => a);', ['f()', 'a']],
    ['return f().catch(g).finally(() => a);', ['f()']],
    ['return f().then(g);', []],
    ['return x.load();', ['x.load()']],
  ])('%s: %j', (body, expected) => {
    const file = readFile(`function own() { ${body} }`);
    const own = file.declaration('own') ?? file.sourceCode.ast.body[0];
    const found = own?.type === 'FunctionDeclaration' ? returnedValues(own, file) : [];
    expect(found.map((node) => file.sourceCode.getText(node))).toEqual(expected);
  });

  it.each(['.catch(g)', '.finally(g)'])('follows a chain of %s sixteen links far', (link) => {
    const file = readFile(`const own = () => f()${link.repeat(40)};`);
    const [own] = file.routine(file.sourceCode.ast).functions;
    const found = own ? returnedValues(own, file) : [];
    expect(found.map((node) => file.sourceCode.getText(node))).toEqual([`f()${link.repeat(24)}`]);
  });
});
