import { vi } from 'vitest';

import rule from '../../src/rules/require-message-body-dto.ts';
import { babelRuleTester } from './babel-rule-tester.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';
import { looseRuleTester, typedRuleTester } from './typed-rule-tester.ts';

// The first case with types pays for the program.
vi.setConfig({ testTimeout: 60_000 });

const IMPORTS = `
import { Body, DefaultValuePipe, ParseArrayPipe, ParseIntPipe, UsePipes, ValidationPipe, applyDecorators } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { IsArray, IsInt, IsString, Validate, ValidateNested } from 'class-validator';
import { Socket } from 'socket.io';
`;

const DTOS = `
class Dto { @IsInt() n!: number }
class Other { @IsString() s!: string }
interface Payload { n: number }
type Inline = { n: number };
type AliasDto = Dto;
type Id = string;
type Frame = Uint8Array;
enum Kind { Text, Image }
`;

/** A gateway behind a ValidationPipe with one handler, which reads its payload `d`. */
function piped(parameter: string, more = '', pipe = 'new ValidationPipe()'): string {
  return `${IMPORTS}${more}${DTOS}
@WebSocketGateway()
@UsePipes(${pipe})
class ChatGateway {
  @SubscribeMessage('join') join(${parameter}) { return d; }
}`;
}

/** The same without a pipe. */
function open(parameter: string, more = ''): string {
  return piped(parameter, more).replace('@UsePipes(new ValidationPipe())\n', '');
}

/** What the text alone tells, and so with types as well. */
const silent = [
  ...[
    '@MessageBody() d: Dto',
    '@MessageBody() d?: Dto',
    '@MessageBody() d: Dto = new Dto()',
    '@MessageBody() { n: d }: Dto',
    '@MessageBody() d: (Dto)',
    '@MessageBody() d: never | Dto',
    '@MessageBody() d: Dto & unknown',
    '@MessageBody() d: Dto | Dto',
    '@MessageBody() ...d: Dto[]',
    "@MessageBody('inner') d: Dto",
    '@Body() d: Dto',
    'client: Socket, d: Dto',
  ].map((parameter) => ({ name: `a DTO class: ${parameter}`, code: piped(parameter) })),
  ...[
    'd',
    'd = new Dto()',
    'd: any',
    'd: unknown',
    'd: any[]',
    '...d: any[]',
    '...d: unknown[]',
    '...d',
  ].map((parameter) => ({
    name: `not this rule's: ${parameter}`,
    code: piped(`@MessageBody() ${parameter}`),
  })),
  ...[
    'Buffer',
    'Uint8Array',
    'ArrayBuffer',
    'Frame',
    'Buffer | ArrayBuffer',
    'string | Buffer',
  ].map((type) => ({ name: `binary: ${type}`, code: piped(`@MessageBody() d: ${type}`) })),
  {
    name: 'binary that is imported',
    code: piped('@MessageBody() d: B', "import type { Buffer as B } from 'node:buffer';"),
  },
  ...['Notification', 'Float32Array', 'undefined', 'never', 'void', 'symbol', 'this'].map(
    (type) => ({
      name: `a type this file does not explain: ${type}`,
      code: piped(`@MessageBody() d: ${type}`),
    }),
  ),
  { name: 'no pipe', code: open('@MessageBody() d: Payload') },
  { name: 'no payload', code: piped('@ConnectedSocket() d: Socket') },
  {
    name: 'a payload that nobody reads',
    code: piped('@ConnectedSocket() d, @MessageBody() _: string'),
  },
  {
    name: 'a custom decorator beside it',
    code: piped('@MessageBody() @Checked() d: Payload', "import { Checked } from './decorators';"),
  },
  {
    name: 'a payload that the body checks',
    code: piped('@MessageBody() d: Payload').replace(
      'return d;',
      "if (typeof d.n !== 'number') return; return d;",
    ),
  },
  {
    name: 'a schema in the body',
    code: piped(
      '@MessageBody() d: Payload',
      "import { z } from 'zod'; const Join = z.object({});",
    ).replace('return d;', 'return Join.parse(d);'),
  },
  ...[
    "'n', ParseIntPipe",
    "'n', new ParseIntPipe()",
    'new ParseArrayPipe({ items: Dto })',
    'new ValidationPipe({ expectedType: Dto })',
    'new ZodPipe(schema)',
    'new RoomValidationPipe()',
    'RoomPipe',
    'roomPipe',
    '{ schema }',
  ].map((argument) => ({
    name: `a pipe of its own: ${argument}`,
    code: piped(
      `@MessageBody(${argument}) d: number`,
      "import { RoomPipe, RoomValidationPipe, ZodPipe, roomPipe, schema } from './pipes';",
    ),
  })),
  ...[
    'new ValidationPipe(), new ZodPipe(schema)',
    'new ValidationPipe(), new CheckPipe(schema)',
    'new ValidationPipe(), wsPipe',
    'new ValidationPipe({ expectedType: Dto })',
    'new ValidationPipe(options)',
    'new AppValidationPipe(schema)',
    'new StandardSchemaValidationPipe()',
    'TrimPipe',
  ].map((pipes) => ({
    name: `no pipe that goes by the type alone: ${pipes}`,
    code: piped(
      '@MessageBody() d: Payload',
      "import { StandardSchemaValidationPipe } from '@nestjs/common'; import { AppValidationPipe, CheckPipe, TrimPipe, ZodPipe, options, schema, wsPipe } from './pipes';",
      pipes,
    ),
  })),
  {
    name: 'a validation pipe of the project that may be made for this handler',
    code: open(
      '@MessageBody() d: Payload',
      "import { JoinValidationPipe } from './pipes';",
    ).replace('@SubscribeMessage', '@UsePipes(JoinValidationPipe) @SubscribeMessage'),
  },
  {
    name: 'a pipe of this file that checks by itself',
    code: piped(
      '@MessageBody() d: Payload',
      `class OwnPipe extends ValidationPipe { transform(value: any) { if (typeof value.n !== 'number') throw value; return value; } }`,
      'OwnPipe',
    ),
  },
  {
    name: 'an undecorated DTO behind a pipe that need not ask class-validator',
    code: piped(
      '@MessageBody() d: Bare',
      "import { AppValidationPipe } from './pipes'; class Bare { n!: number }",
      'new AppValidationPipe()',
    ),
  },
  ...[
    'class Mine { @IsThing() n!: number }',
    'class Mine { @Own() n!: number } function Own() { return IsInt(); }',
    'class Mine { @Own() n!: number } const Own = () => applyDecorators(IsInt());',
    'class Mine { @Own() n!: number } const Own = make();',
    'class Mine { @IsInt() get n() { return 1; } }',
    'class Mine extends Dto { other!: string }',
    'class Mine extends Unseen { other!: string }',
    'class Mine extends PickType(Dto, []) { other!: string }',
    '@IsThing() class Mine { n!: number }',
    'class Mine { static schema = {}; n!: number }',
    'class Mine { constructor(@IsInt() readonly n: number) {} }',
    "import { IsInt as Check } from '@nestjs/class-validator'; class Mine { @Check() n!: number }",
    'const Mine = class { @IsInt() n!: number }; type Mine = InstanceType<typeof Mine>;',
    'const Mine = mixin(Dto); type Mine = InstanceType<typeof Mine>;',
    'class Mine<T> { @IsInt() n!: T }',
    'class Mine { @IsInt() n!: number } interface Mine { x: string }',
    'namespace Mine {}',
    'let Mine: string;',
  ].map((code) => ({
    name: `may validate: ${code}`,
    code: piped(
      '@MessageBody() d: Mine',
      `import { IsThing, PickType, Unseen, make, mixin } from './elsewhere'; ${code}`,
    ),
  })),
  ...[
    '@ValidateNested() @Type(() => Dto) inner!: Dto',
    '@ValidateNested() @Type(() => Dto) inner!: Dto[]',
    '@IsArray() @ValidateNested({ each: true }) @Type(() => Dto) inner?: Array<Dto> | null',
    '@ValidateNested() @Transform(({ value }) => make(value)) inner!: Dto',
    '@Validate(Check) inner!: Dto',
    '@IsInt() n!: number; @Exclude() inner!: Dto',
    '@IsNested() inner!: Dto',
    '@Own(Dto) inner!: Dto',
    '@IsInt() inner!: Payload',
    '@IsInt() inner!: Dto | Other',
    '@IsInt() inner!: (Dto | Other)[]',
    '@ValidateNested() @MakeType(() => Dto) inner!: Dto',
    '@IsInt() inner!: Map<string, Dto>',
    '@IsInt() inner!: Bare',
    '@IsInt() inner!: Kind',
    '@IsInt() n!: number; static inner: Dto',
    '@IsInt() inner',
  ].map((property) => ({
    name: `nested: ${property}`,
    code: piped(
      '@MessageBody() d: Outer',
      `import { Check, IsNested, make } from './validators';
       import { Type as MakeType } from '@nestjs/class-transformer';
       const Own = (type: any) => applyDecorators(ValidateNested(), Type(() => type));
       class Bare { n!: number }
       class Outer { ${property}; }`,
    ),
  })),
  {
    name: 'nested, with implicit conversion',
    code: piped(
      '@MessageBody() d: Outer',
      'class Outer { @ValidateNested() inner!: Dto; @IsInt() n!: number }',
      'new ValidationPipe({ transformOptions: { enableImplicitConversion: true } })',
    ),
  },
  {
    name: 'nested, with options that cannot be seen',
    code: piped(
      '@MessageBody() d: Outer',
      "import { transformOptions } from './options'; class Outer { @ValidateNested() inner!: Dto; @IsInt() n!: number }",
      'new ValidationPipe({ transformOptions })',
    ),
  },
  {
    name: 'nested, with a conversion that cannot be seen',
    code: piped(
      '@MessageBody() d: Outer',
      "import { on } from './options'; class Outer { @ValidateNested() inner!: Dto; @IsInt() n!: number }",
      'new ValidationPipe({ transformOptions: { enableImplicitConversion: on } })',
    ),
  },
  {
    name: 'a decorator from another package',
    code: piped('@MessageBody() d: Payload').replace('@nestjs/websockets', 'my-websockets'),
  },
  {
    name: 'a pipe from another package that checks nothing',
    code: piped('@MessageBody() d: Payload', "import { Pipe } from './pipes';", 'Pipe'),
  },
  {
    name: 'global pipes',
    code: open('@MessageBody() d: Payload'),
    settings: { 'nestjs-gateway': { globalEnhancers: ['pipes'] } },
  },
  {
    name: 'a decorator that settings call a pipe',
    code: open('@MessageBody() d: Payload', "import { Checked } from './d';").replace(
      '@SubscribeMessage',
      '@Checked() @SubscribeMessage',
    ),
    settings: { 'nestjs-gateway': { decorators: { validates: ['Checked'] } } },
  },
] as const;

const noClass = (what: string, type: string) =>
  ({ messageId: 'noClass', data: { what, type } }) as const;

/** What a parser tells that keeps types in its scopes. */
const scoped = [
  marked(
    piped(
      '@MessageBody() d: «Join»',
      "import { z } from 'zod'; const Join = z.object({}); type Join = z.infer<typeof Join>;",
    ),
    [noClass('type alias', 'Join')],
  ),
  marked(
    piped(
      '@MessageBody() d: «State»',
      'const State = { on: 1 } as const; type State = { on: number };',
    ),
    [noClass('type alias', 'State')],
  ),
  marked(
    `${IMPORTS}
    @WebSocketGateway() @UsePipes(new ValidationPipe())
    class CrudGateway<T> {
      @SubscribeMessage('create') create(@MessageBody() d: «T») { return d; }
      @SubscribeMessage('update') update<U>(@MessageBody() d: «U») { return d; }
    }`,
    [noClass('type parameter', 'T'), noClass('type parameter', 'U')],
  ),
];

const found = [
  ...(
    [
      ['interface', 'Payload'],
      ['type alias', 'Inline'],
      ['type alias', 'AliasDto'],
      ['inline type', '{ n: number }'],
      ['union', 'Dto | Other'],
      ['union', 'Dto | string'],
      ['union', 'string | number'],
      ['intersection', 'Dto & Other'],
      ['tuple', '[string, Dto]'],
      ['tuple', 'readonly [string, Dto]'],
      ['type', 'object'],
      ['type', 'Object'],
      ['type', 'Function'],
      ['type', "import('./dto.js').JoinDto"],
      ['type', "Dto['n']"],
      ['type', 'typeof console'],
      ['type', 'keyof Dto'],
      ['type', '() => void'],
      ['type', '{ [K in Kind]: Dto }'],
      ['utility type', 'Partial<Dto>'],
      ['utility type', 'Readonly<Dto>'],
      ['utility type', "Pick<Dto, 'n'>"],
      ['utility type', 'Record<string, Dto>'],
      ['utility type', 'InstanceType<typeof Dto>'],
    ] as const
  ).map(([what, type]) => marked(piped(`@MessageBody() d: «${type}»`), [noClass(what, type)])),
  marked(piped('@MessageBody() d: «{\n  n: number;\n  // What is said.\n  text: string;\n}»'), [
    noClass('inline type', '{ n: number; text: string; }'),
  ]),
  marked(piped('@MessageBody() d: «{ a: string; b: string; c: string; d: string; e? }»'), [
    noClass('inline type', '{ a: string; b: string; c: string; d: string; e? }'),
  ]),
  marked(
    piped(
      '@MessageBody() d: «{ game: string; move: { from: string; to: string }; isCheck: boolean; at: Date }»',
    ),
    [
      noClass(
        'inline type',
        '{ game: string; move: { from: string; to: string }; isCheck: boolean …',
      ),
    ],
  ),
  marked(piped('@MessageBody() { n: d }: «Payload»'), [noClass('interface', 'Payload')]),
  marked(piped('client: Socket, d: «Payload»'), [noClass('interface', 'Payload')]),
  marked(piped('@MessageBody() d?: «Payload»'), [noClass('interface', 'Payload')]),
  marked(piped('@MessageBody() d: «Payload» = { n: 1 }'), [noClass('interface', 'Payload')]),
  marked(piped("@MessageBody('inner') d: «Payload», @MessageBody('n') n: Payload"), [
    noClass('interface', 'Payload'),
  ]),
  marked(piped('@MessageBody() ...d: «Payload[]»'), [noClass('interface', 'Payload[]')]),
  ...[
    'string',
    'number',
    'boolean',
    'bigint',
    "'a' | 'b'",
    '`room:${string}`',
    'Id',
    'Kind',
    'Kind.Text',
    'Date',
    'Map<string, Dto>',
    'string | null',
  ].map((type) =>
    marked(piped(`@MessageBody() d: «${type}»`), [{ messageId: 'builtin', data: { type } }]),
  ),
  marked(piped("@MessageBody('n', new DefaultValuePipe(1)) d: «number»"), ['builtin']),
  marked(piped("@MessageBody('n') d: «number»", '', 'ValidationPipe, ParseIntPipe'), ['builtin']),
  ...['Dto[]', 'Array<Dto>', 'ReadonlyArray<Dto>', 'readonly Dto[]'].map((type) =>
    marked(piped(`@MessageBody() d: «${type}»`), [{ messageId: 'array', data: { type } }]),
  ),
  ...['Dto | null', 'Dto | undefined', 'null | Dto | undefined'].map((type) =>
    marked(piped(`@MessageBody() d: «${type}»`), [
      { messageId: 'nullable', data: { type, name: 'Dto' } },
    ]),
  ),
  ...[
    'class Bare { n!: number }',
    'class Bare { @Expose() n!: number }',
    "import { ApiProperty } from '@nestjs/swagger'; class Bare { @ApiProperty() n!: number }",
    "import { Expose as E } from '@nestjs/class-transformer'; class Bare { @E() n!: number }",
    'class Bare { @Noted() n!: number } function Noted() { return () => {}; }',
    'class Bare { @Noted() n!: number } const Noted = () => applyDecorators(Expose());',
    'class Top { n!: number } class Bare extends Top { s!: string }',
    "import { InputType } from '@nestjs/graphql'; @InputType() class Bare { n!: number }",
    'class Bare<T> { data!: T }',
    'const Bare = class { n!: number }; type Bare = InstanceType<typeof Bare>;',
    'class Bare { constructor(readonly n: number) {} }',
  ].map((code) =>
    marked(piped('@MessageBody() d: «Bare»', code), [
      { messageId: 'undecorated', data: { type: 'Bare' } },
    ]),
  ),
  ...[
    '«inner»!: Dto',
    '@ValidateNested() «inner»!: Dto',
    '@Type(() => Dto) «inner»!: Dto',
    '@IsArray() «inner»!: Dto[]',
    '@ValidateNested({ each: true }) «inner»!: Dto[]',
    '@ValidateNested({ each: true }) «inner»?: readonly Dto[] | null',
    '@IsInt() «inner»?: Dto | undefined',
    '@Own() «inner»!: Dto',
    '@ValidateNested() @OtherType(() => Dto) «inner»!: Dto',
  ].map((property) =>
    marked(
      piped(
        '@MessageBody() d: Outer',
        `import { Type as OtherType } from '@nestjs/swagger';
         const Own = () => applyDecorators(ValidateNested());
         class Outer { @IsInt() n!: number; ${property} }`,
      ),
      [{ messageId: 'nested', data: { property: 'inner', type: 'Dto' } }],
    ),
  ),
  marked(
    piped(
      '@MessageBody() d: Outer',
      `const Inner = class { @IsInt() n!: number }; type Inner = InstanceType<typeof Inner>;
       class Outer { @IsInt() n!: number; «inner»!: Inner }`,
    ),
    [{ messageId: 'nested', data: { property: 'inner', type: 'Inner' } }],
  ),
  marked(
    piped(
      '@MessageBody() d: Outer',
      'class Outer { @ValidateNested({ each: true }) «inner»!: Dto[] }',
      'new ValidationPipe({ transformOptions: { enableImplicitConversion: true } })',
    ),
    ['nested'],
  ),
  marked(
    piped(
      '@MessageBody() d: Outer',
      'class Outer { @ValidateNested() «inner»!: Dto }',
      'new ValidationPipe({ transformOptions: { enableImplicitConversion: false } })',
    ),
    ['nested'],
  ),
  marked(
    piped(
      '@MessageBody() d: Outer',
      'class Outer { @ValidateNested() «inner»!: Dto }',
      'new ValidationPipe({ transformOptions: { strategy: "excludeAll" } })',
    ),
    ['nested'],
  ),
  {
    ...marked(
      `${IMPORTS}${DTOS}
      class Inner { @ValidateNested() @Type(() => Inner) again!: Inner; @IsInt() «deep»!: Dto }
      class Base { @ValidateNested() @Type(() => Inner) inner!: Inner }
      class Outer extends Base { @IsInt() n!: number }
      @WebSocketGateway() @UsePipes(new ValidationPipe())
      class ChatGateway {
        @SubscribeMessage('join') join(@MessageBody() d: Outer) { return d; }
        @SubscribeMessage('leave') leave(@MessageBody() d: Outer) { return d; }
      }`,
      [{ messageId: 'nested', data: { property: 'deep', type: 'Dto' } }],
    ),
    name: 'a DTO in a DTO, once for all handlers',
  },
  {
    ...marked(
      `${IMPORTS}${DTOS}
      @WebSocketGateway() @UsePipes(new ValidationPipe())
      class ChatGateway {
        @SubscribeMessage('join') join(@MessageBody() d: «Id») { return d; }
        @SubscribeMessage('leave') leave(@MessageBody() d: «Id») { return d; }
      }`,
      ['builtin', 'builtin'],
    ),
    name: 'an alias, in each handler',
  },
  ...['UsePipes(ValidationPipe)', 'UsePipes(new ValidationPipe({ whitelist: true }))'].map((pipe) =>
    marked(
      open('@MessageBody() d: «Payload»').replace(
        '@SubscribeMessage',
        `@${pipe} @SubscribeMessage`,
      ),
      [noClass('interface', 'Payload')],
    ),
  ),
  marked(open('@MessageBody(new ValidationPipe()) d: «Payload»'), [
    noClass('interface', 'Payload'),
  ]),
  marked(open("@MessageBody('n', ValidationPipe) d: «string»"), ['builtin']),
  marked(
    piped(
      '@MessageBody() d: «Payload»',
      "import { AppValidationPipe } from './pipes';",
      'new AppValidationPipe()',
    ),
    [noClass('interface', 'Payload')],
  ),
  marked(
    piped(
      '@MessageBody() d: «Payload»',
      "import { AppValidationPipe } from './pipes';",
      'new AppValidationPipe({ transform: true })',
    ),
    [noClass('interface', 'Payload')],
  ),
  marked(
    piped(
      '@MessageBody() d: «Bare»',
      'class Bare { n!: number } class OwnPipe extends ValidationPipe {}',
      'new OwnPipe()',
    ),
    ['undecorated'],
  ),
  marked(
    piped(
      '@MessageBody() d: «Payload»',
      "import { TrimPipe } from './pipes';",
      'ValidationPipe, TrimPipe',
    ),
    [noClass('interface', 'Payload')],
  ),
  {
    ...marked(
      `import * as common from '@nestjs/common';
       import * as ws from '@nestjs/websockets';
       interface Payload { n: number }
       @ws.WebSocketGateway() @common.UsePipes(common.ValidationPipe)
       class ChatGateway { @ws.SubscribeMessage('join') join(@ws.MessageBody() d: «Payload») { return d; } }`,
      [noClass('interface', 'Payload')],
    ),
    name: 'namespace imports',
  },
  {
    ...marked(
      `import { UsePipes as Use, ValidationPipe as Pipe } from '@nestjs/common';
       import { SubscribeMessage as On, WebSocketGateway as Gateway } from '@nestjs/websockets/decorators';
       import { MessageBody as Data } from '@nestjs/websockets/decorators/message-body.decorator';
       interface Payload { n: number }
       const pipe = new Pipe();
       @Gateway() @Use(pipe)
       class ChatGateway { @On('join') join(@Data() d: «Payload») { return d; } }`,
      [noClass('interface', 'Payload')],
    ),
    name: 'aliases, deep paths and a const',
  },
  {
    ...marked(
      `import { MessageBody, SubscribeMessage, UsePipes, ValidationPipe, WebSocketGateway } from '../nest';
       @WebSocketGateway() @UsePipes(ValidationPipe)
       class ChatGateway { @SubscribeMessage('join') join(@MessageBody() d: «string») { return d; } }`,
      ['builtin'],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
    name: 'a barrel from settings',
  },
  {
    ...marked(
      `${IMPORTS} import { Base } from './base.gateway';
       class ChatGateway extends Base {
         @UsePipes(ValidationPipe) @SubscribeMessage('join') join(@MessageBody() d: «string») { return d; }
       }`,
      ['builtin'],
    ),
    name: 'a gateway whose base class is not seen',
  },
  {
    ...marked(
      `${IMPORTS}
       @UsePipes(ValidationPipe) class Base {}
       @WebSocketGateway() class ChatGateway extends Base {
         @SubscribeMessage('join') join(@MessageBody() d: «string») { return d; }
       }`,
      ['builtin'],
    ),
    name: 'the pipe of a base class',
  },
  {
    ...marked(open('@MessageBody() d: «Payload»'), [noClass('interface', 'Payload')], {
      options: [{ when: 'always' }],
    }),
    name: 'without a pipe, when asked for always',
  },
  {
    ...marked(open('@MessageBody() d: «Bare»', 'class Bare { n!: number }'), ['undecorated'], {
      options: [{ when: 'always' }],
    }),
    name: 'an undecorated DTO without a pipe, when asked for always',
  },
];

const always = [{ when: 'always' as const }];

/** What an import is, only types can tell. */
const IMPORTED = `import Default, { JoinDto, NamespacedDto, BareDto, ExposedDto, ColumnDto, EntityDto, GetterDto, SubDto, SubBareDto, PickedDto, UnknownDto, SchemaDto, InjectedDto, LocalDto, AbstractDto, MergedDto, ListDto, UndeclaredDto, BuiltDto, CircleDto, ImplementingDto, MixedDto, PartlyInjectedDto, RoundDto, ShapedDto, SubDeclaredDto, SubSchemaDto } from './dto.js';
import * as dto from './dto.js';
import { JoinPayload, JoinAlias, Frame, Union, Kind as Sort, Join, Made } from './types.js';
import { BareDto as Rebarred, JoinPayload as Repayload } from './barrel.js';
import { DeclaredDto } from './library.js';
import { ModuleDto } from './module.mjs';
import { Nowhere } from './nowhere.js';
`;

const unknownWithoutTypes = (
  [
    ['BareDto', 'undecorated'],
    ['ExposedDto', 'undecorated'],
    ['SubBareDto', 'undecorated'],
    ['AbstractDto', 'undecorated'],
    ['BuiltDto', 'undecorated'],
    ['ImplementingDto', 'undecorated'],
    ['ModuleDto', 'undecorated'],
    ['dto.BareDto', 'undecorated'],
    ['Rebarred', 'undecorated'],
    ['JoinPayload', noClass('interface', 'JoinPayload')],
    ['Repayload', noClass('interface', 'Repayload')],
    ['JoinAlias', noClass('type alias', 'JoinAlias')],
    ['Union', noClass('type alias', 'Union')],
    ['Join', noClass('type alias', 'Join')],
    ['Sort', 'builtin'],
    ['Sort.Text', 'builtin'],
  ] as const
).map(([type, error]) => marked(piped(`@MessageBody() d: «${type}»`, IMPORTED), [error]));

const silentWithTypes = [
  ...[
    'JoinDto',
    'NamespacedDto',
    'Default',
    'dto.JoinDto',
    'ColumnDto',
    'EntityDto',
    'GetterDto',
    'SubDto',
    'PickedDto',
    'UnknownDto',
    'SchemaDto',
    'InjectedDto',
    'LocalDto',
    'MergedDto',
    'ListDto',
    'UndeclaredDto',
    'CircleDto',
    'MixedDto',
    'PartlyInjectedDto',
    'RoundDto',
    'ShapedDto',
    'SubDeclaredDto',
    'SubSchemaDto',
    'Frame',
    'Made',
    'DeclaredDto',
    'Nowhere',
    'dto.inner.Deep',
    'dto.Nothing',
    'JoinDto.Nothing',
  ].map((type) => ({
    name: `imported: ${type}`,
    code: piped(`@MessageBody() d: ${type}`, IMPORTED),
  })),
  { name: 'unseen, always', code: open('@MessageBody() d: JoinDto', IMPORTED), options: always },
];

const erased = { messageId: 'erased' } as const;

/** Imports of types: without types the class is a guess, so its import is a suggestion. */
const typeImports = (
  [
    ["import type { JoinDto } from './dto.js';", "import { JoinDto } from './dto.js';", 'JoinDto'],
    ["import { type JoinDto } from './dto.js';", "import { JoinDto } from './dto.js';", 'JoinDto'],
    [
      "import { type /* the one */ JoinDto as J } from './dto.js';",
      "import { /* the one */ JoinDto as J } from './dto.js';",
      'J',
    ],
    [
      "import type { BareDto, JoinDto } from './dto.js';",
      "import { type BareDto, JoinDto } from './dto.js';",
      'JoinDto',
    ],
    ["import type Default from './dto.js';", "import Default from './dto.js';", 'Default'],
    ["import type * as dto from './dto.js';", "import * as dto from './dto.js';", 'dto.JoinDto'],
    ["import type dto = require('./dto.js');", "import dto = require('./dto.js');", 'dto.JoinDto'],
  ] as const
).map(([before, after, type]) => ({
  untyped: marked(piped(`@MessageBody() d: «${type}»`, before), [
    {
      ...erased,
      data: { type },
      suggestions: [
        {
          messageId: 'importValue',
          data: { type },
          output: piped(`@MessageBody() d: ${type}`, after),
        },
      ],
    },
  ]),
  typed: marked(piped(`@MessageBody() d: «${type}»`, before), [{ ...erased, data: { type } }], {
    output: piped(`@MessageBody() d: ${type}`, after),
  }),
}));

/** A namespace that another module exports, which no program knows here. */
const erasedMember = marked(
  piped('@MessageBody() d: «dtos.JoinDto»', "import type { dtos } from './nowhere.js';"),
  [
    {
      ...erased,
      data: { type: 'dtos.JoinDto' },
      suggestions: [
        {
          messageId: 'importValue',
          data: { type: 'dtos.JoinDto' },
          output: piped('@MessageBody() d: dtos.JoinDto', "import { dtos } from './nowhere.js';"),
        },
      ],
    },
  ],
);

const twoErased = (imports: string, mark = '') =>
  `${IMPORTS}${imports}
  @WebSocketGateway() @UsePipes(new ValidationPipe())
  class ChatGateway {
    @SubscribeMessage('join') join(@MessageBody() d: ${mark && '«'}JoinDto${mark && '»'}) { return d; }
    @SubscribeMessage('leave') leave(@MessageBody() d: ${mark && '«'}SubDto${mark && '»'}) { return d; }
  }`;

/** A file that begins with the import. */
const firstErased = (() => {
  const code = (before: string, type: string) =>
    piped(`@MessageBody() d: ${type}`, '').replace(/^\s*/, before);
  return marked(code("import type { JoinDto } from './dto.js';\n", '«JoinDto»'), [
    {
      ...erased,
      data: { type: 'JoinDto' },
      suggestions: [
        {
          messageId: 'importValue',
          data: { type: 'JoinDto' },
          output: code("import { JoinDto } from './dto.js';\n", 'JoinDto'),
        },
      ],
    },
  ]);
})();

new RuleTester().run('require-message-body-dto', rule, {
  invalid: [
    ...found,
    ...scoped,
    ...typeImports.map(({ untyped }) => untyped),
    erasedMember,
    firstErased,
  ],
  valid: [...silent, ...silentWithTypes, ...unknownWithoutTypes.map(({ code }) => code)],
});

/** Whether Babel can parse a case: it takes no decorator on a rest. */
const isForBabel = ({ code }: { readonly code: string }) => !code.includes('@MessageBody() ...');

babelRuleTester.run('require-message-body-dto with Babel', rule, {
  invalid: found.filter(isForBabel),
  valid: silent.filter(isForBabel),
});

typedRuleTester.run('require-message-body-dto with types', rule, {
  invalid: [
    ...found,
    ...scoped,
    ...unknownWithoutTypes,
    ...typeImports.map(({ typed }) => typed),
    erasedMember,
    {
      ...marked(
        twoErased("import type { BareDto, JoinDto, SubDto } from './dto.js';", 'mark'),
        [erased, erased],
        {
          output: twoErased("import { type BareDto, JoinDto, SubDto } from './dto.js';"),
        },
      ),
      name: 'two of one import, in one pass',
    },
    {
      ...marked(
        twoErased(
          "import type { JoinDto } from './dto.js'; import type { SubDto } from './nowhere.js';",
          'mark',
        ),
        [
          erased,
          {
            ...erased,
            suggestions: [
              {
                messageId: 'importValue',
                data: { type: 'SubDto' },
                output: twoErased(
                  "import type { JoinDto } from './dto.js'; import { SubDto } from './nowhere.js';",
                ),
              },
            ],
          },
        ],
        {
          output: twoErased(
            "import { JoinDto } from './dto.js'; import type { SubDto } from './nowhere.js';",
          ),
        },
      ),
      name: 'a class, and what may be an interface',
    },
    marked(
      piped('@MessageBody() d: «JoinPayload»', "import type { JoinPayload } from './types.js';"),
      [noClass('interface', 'JoinPayload')],
    ),
    marked(piped('@MessageBody() d: «Nowhere»', "import type { Nowhere } from './nowhere.js';"), [
      {
        ...erased,
        suggestions: [
          {
            messageId: 'importValue',
            output: piped('@MessageBody() d: Nowhere', "import { Nowhere } from './nowhere.js';"),
          },
        ],
      },
    ]),
  ],
  valid: [
    ...silent,
    ...silentWithTypes,
    {
      name: 'a type import of binary data, which only types know',
      code: piped('@MessageBody() d: Frames', "import type { Frame as Frames } from './types.js';"),
    },
  ],
});

looseRuleTester.run('require-message-body-dto without strictNullChecks', rule, {
  invalid: [
    marked(piped('@MessageBody() d: «Dto | Other | null»'), [
      noClass('union', 'Dto | Other | null'),
    ]),
  ],
  valid: [
    piped('@MessageBody() d: Dto | null'),
    piped('@MessageBody() d: JoinDto | undefined', "import { JoinDto } from './dto.js';"),
  ],
});
