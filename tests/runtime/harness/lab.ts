import { rmSync } from 'node:fs';
import { assemble, SIDES, type AppSources, type SideName } from './assemble.ts';
import { Bench } from './bench.ts';
import { compile, type Compiled } from './compile.ts';
import { MAJORS, type Major } from './majors.ts';
import type { Claim, Proof } from './proof.ts';
import { findRedis, type Redis } from './redis.ts';

export interface LabOptions {
  /** The compiled applications of two labs never share a folder. */
  readonly name: string;
  readonly proofs: readonly Proof[];
  /** Where the rule pages are; `docs/rules` unless told otherwise. */
  readonly pages?: string;
}

type Applications = ReadonlyMap<Claim, Record<SideName, AppSources>>;

/** An application waits more than it computes, so that two share a core well. */
const BENCHES_PER_MAJOR = 2;

interface Place {
  readonly compiled: Compiled;
  readonly benches: readonly Bench[];
}

/** The applications of every proof, compiled, and for each major benches to look at them. */
export class Lab {
  readonly #applications: Applications;
  readonly #places: ReadonlyMap<Major, Place>;
  readonly #redis: Redis | undefined;
  #redisIsFree: Promise<unknown> = Promise.resolve();

  private constructor(applications: Applications, name: string, redis: Redis | undefined) {
    const sources = [...applications.values()].flatMap((sides) => SIDES.map((side) => sides[side]));
    const env = redis === undefined ? {} : { REDIS_URL: redis.url };
    const placeFor = (major: Major): Place => {
      const compiled = compile(major, name, sources);
      const benches = Array.from({ length: BENCHES_PER_MAJOR }, () => {
        return new Bench(major, compiled, env);
      });
      return { compiled, benches };
    };
    this.#applications = applications;
    this.#places = new Map(MAJORS.map((major) => [major, placeFor(major)]));
    this.#redis = redis;
  }

  static async open({ name, proofs, pages }: LabOptions): Promise<Lab> {
    const applications = proofs.flatMap((proof) => {
      return proof.claims.map((claim) => {
        const incorrect = assemble(proof, claim, 'incorrect', pages);
        const correct = assemble(proof, claim, 'correct', pages);
        return [claim, { incorrect, correct }] as const;
      });
    });
    const needsRedis = proofs.some(({ claims }) => claims.some(({ needs }) => needs === 'redis'));
    return new Lab(new Map(applications), name, needsRedis ? await findRedis() : undefined);
  }

  /** Whether this machine has not got what the claim needs. */
  lacks({ needs }: Claim): boolean {
    return needs === 'redis' && this.#redis === undefined;
  }

  /** Boots one side of a claim and gives the line that its `observe` saw. */
  async observe(claim: Claim, side: SideName, major: Major): Promise<string> {
    const sources = this.#applications.get(claim)?.[side];
    const benches = this.#places.get(major)?.benches.toSorted((a, b) => a.waiting - b.waiting);
    const [bench] = benches ?? [];
    if (sources === undefined || bench === undefined) throw new Error('The lab lacks that claim');
    const observe = (): Promise<string> => bench.observe(sources, claim, side);
    if (claim.needs !== 'redis') return observe();
    // All share one Redis, and would hear one another.
    const line = this.#redisIsFree.then(observe);
    this.#redisIsFree = line.catch(() => undefined);
    return line;
  }

  async close(): Promise<void> {
    for (const { compiled, benches } of this.#places.values()) {
      await Promise.all(benches.map((bench) => bench.close()));
      rmSync(compiled.folder, { recursive: true, force: true });
    }
    this.#redis?.stop();
  }
}
