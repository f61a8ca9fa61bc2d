import 'reflect-metadata';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  Logger,
  Module,
  type INestApplication,
  type LoggerService,
  type ModuleMetadata,
  type Type,
} from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import type { AppToBoot } from './protocol.ts';

export interface RunningApplication {
  readonly nest: INestApplication;
  readonly logs: readonly string[];
  /** What a probe can name: each provider and controller by its class, and the first as `gateway`. */
  readonly instances: Readonly<Record<string, unknown>>;
}

/** The keys under which Nest's decorators leave their mark on a class, the same on 10, 11 and 12. */
const MARKS = {
  gateway: 'websockets:is_gateway',
  controller: '__controller__',
  injectable: '__injectable__',
};

/** A file of `support/setup`. */
interface Setup {
  readonly imports?: ModuleMetadata['imports'];
  configure?(app: INestApplication): void | Promise<void>;
}

/** Boots an application: its own `main.ts` does, or else what such a file would do is done here. */
export async function bootApplication(app: AppToBoot): Promise<RunningApplication> {
  const logs: string[] = [];
  Logger.overrideLogger(loggerInto(logs));
  const created = applicationsCreatedFromNow();

  const exported = (await Promise.all(app.files.map(load))).flatMap((file) => Object.values(file));
  const classes = [...new Set(exported)].filter(isClass);
  const gateways = classes.filter((type) => isMarked(type, 'gateway'));
  const controllers = classes.filter((type) => isMarked(type, 'controller'));
  const services = classes.filter((type) => isMarked(type, 'injectable'));
  const providers = [...new Set([...gateways, ...services])];

  const hasMain = app.files.some((file) => basename(file) === 'main.js');
  if (!hasMain) await start({ controllers, providers }, app.setup);
  const nest = await firstListening(created);

  const modules = nest.get(ModuleRef); // asked itself, the application would end the process
  const instances = [...controllers, ...providers].map((type) => {
    return [lowerFirst(type.name), instanceIn(modules, type)] as const;
  });
  const gateway = gateways[0] && instanceIn(modules, gateways[0]);
  return { nest, logs, instances: { ...Object.fromEntries(instances), gateway } };
}

async function start(metadata: ModuleMetadata, setupFile: string | undefined): Promise<void> {
  const setup: Setup = setupFile === undefined ? {} : await load(setupFile);
  @Module({ ...metadata, imports: setup.imports ?? [] })
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what Nest calls a module
  class AppModule {}
  const nest = await NestFactory.create(AppModule);
  await setup.configure?.(nest);
  await nest.listen(0);
}

function applicationsCreatedFromNow(): readonly INestApplication[] {
  const applications: INestApplication[] = [];
  Reflect.deleteProperty(NestFactory, 'create'); // what an earlier application has put there
  const { create } = NestFactory;
  Reflect.set(NestFactory, 'create', async (...args: readonly unknown[]) => {
    const application: INestApplication = await Reflect.apply(create, NestFactory, args);
    applications.push(application);
    return application;
  });
  return applications;
}

/** A `main.ts` does not wait for its `bootstrap()`. */
async function firstListening(
  applications: readonly INestApplication[],
): Promise<INestApplication> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const listening = applications.find((nest) => nest.getHttpServer().listening);
    if (listening !== undefined) return listening;
    await setTimeout(10);
  }
  throw new Error('The application does not listen after five seconds');
}

async function load(file: string): Promise<object> {
  const loaded: unknown = await import(pathToFileURL(file).href);
  if (typeof loaded !== 'object' || loaded === null) throw new TypeError(`${file} is no module`);
  return loaded;
}

function isClass(value: unknown): value is Type {
  return typeof value === 'function' && value.prototype !== undefined;
}

function isMarked(type: Type, mark: keyof typeof MARKS): boolean {
  return Reflect.hasMetadata(MARKS[mark], type);
}

function instanceIn(modules: ModuleRef, type: Type): unknown {
  try {
    return modules.get<unknown>(type, { strict: false });
  } catch {
    return undefined; // The application's own module does not provide that class, or it is scoped.
  }
}

function loggerInto(logs: string[]): LoggerService {
  const log = (message: unknown): void => {
    logs.push(message instanceof Error ? message.message : String(message));
  };
  return { log() {}, warn: log, error: log, fatal: log };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
