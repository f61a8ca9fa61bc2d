import { assemble, SIDES, type AppSources, type SideName } from './assemble.ts';
import { Bench } from './bench.ts';
import { compile } from './compile.ts';
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

/** The applications of every proof, compiled, and for each major one bench to look at them. */
export class Lab {
  readonly #applications: Applications;
  readonly #benches: ReadonlyMap<Major, Bench>;
  readonly #redis: Redis | undefined;

  private constructor(applications: Applications, name: string, redis: Redis | undefined) {
    const sources = [...applications.values()].flatMap((sides) => SIDES.map((side) => sides[side]));
    const env = redis === undefined ? {} : { REDIS_URL: redis.url };
    this.#applications = applications;
    this.#benches = new Map(
      MAJORS.map((major) => [major, new Bench(major, compile(major, name, sources), env)]),
    );
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
    const bench = this.#benches.get(major);
    if (sources === undefined || bench === undefined) throw new Error('The lab lacks that claim');
    return bench.observe(sources, claim, side);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#benches.values()].map((bench) => bench.close()));
    this.#redis?.stop();
  }
}
