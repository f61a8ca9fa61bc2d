/** Writes `docs/evidence.md`: what every proof saw, on every major. */
import { format, resolveConfig } from 'prettier';
import { SIDES, type SideName } from './harness/assemble.ts';
import { MAJORS, pinnedVersion, type Major } from './harness/majors.ts';
import type { Claim, Proof } from './harness/proof.ts';

/** The line that each side of a claim gave, by major. */
export type Observed = Record<SideName, Partial<Record<Major, string>>>;

const PACKAGES = ['@nestjs/core', '@nestjs/websockets', 'socket.io', 'class-validator'];

const HEAD = `# Evidence

What the rules claim, observed. For every claim the code on the rule's page is compiled with \`tsc\`, booted in a
real Nest application and visited by a real client, on each of these; the line in a cell is what that client saw.
The proofs are in [tests/runtime/proofs](../tests/runtime/proofs); \`npx vitest run --project runtime\` runs them
again, fails if a line has changed, and with \`-u\` writes this page.`;

/** A claim that was not run keeps what the committed page says of it. */
export async function renderEvidence(
  proofs: readonly Proof[],
  observed: ReadonlyMap<Claim, Observed>,
  committed: string,
): Promise<string> {
  const rules = proofs.map(({ rule, claims }) => {
    const sections = claims.map((claim) => {
      const lines = observed.get(claim);
      return lines === undefined ? sectionOf(committed, claim) : claimSection(claim, lines);
    });
    return [`## [${rule}](rules/${rule}.md)`, ...sections].join('\n\n');
  });
  const versions = PACKAGES.map((name) => [name, ...MAJORS.map((m) => pinnedVersion(m, name))]);
  const markdown = [HEAD, table(['Package', ...nestColumns()], versions), ...rules].join('\n\n');
  return format(markdown, { ...(await resolveConfig('docs/evidence.md')), parser: 'markdown' });
}

function claimSection(claim: Claim, observed: Observed): string {
  const rows = SIDES.map((side) => {
    const blocks = [claim[side].block].flat().map(code).join(', ');
    return [`${side}: ${blocks}`, ...MAJORS.map((major) => code(observed[side][major] ?? ''))];
  });
  return [headingOf(claim), table(['Code', ...nestColumns()], rows)].join('\n\n');
}

function sectionOf(committed: string, claim: Claim): string {
  const heading = `${headingOf(claim)}\n`;
  const start = committed.indexOf(heading);
  if (start === -1) return `${heading}\nNot run.`;
  return `${heading}${committed.slice(start + heading.length).split(/^##/mu, 1)[0] ?? ''}`.trim();
}

function headingOf({ claim }: Claim): string {
  return `### ${claim}`;
}

function nestColumns(): string[] {
  return MAJORS.map((major) => `Nest ${major}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const separator = head.map(() => '---');
  return [head, separator, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', String.raw`\|`)}\``;
}
