import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

import type { Rules } from '../linter/source.ts';
import type { RuleInfo } from './rules.data.ts';

export const PRESETS = ['recommended', 'strict', 'none'] as const;
export type Preset = (typeof PRESETS)[number];

/** What the playground shows, and all that its address holds. */
export interface State {
  readonly code: string;
  readonly file: string;
  readonly preset: Preset;
  /** The rules that are not as the preset has them: off, on, or on with these options. */
  readonly changes: Readonly<Record<string, boolean | object>>;
  readonly settings: object;
}

/** The state as the part of an address that is never sent to a server. */
export function encode(state: State): string {
  const bytes = deflateSync(strToU8(JSON.stringify(state)), { level: 9 });
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The state that was encoded, or undefined for a text that was not. */
export function decode(text: string): State | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const state: unknown = JSON.parse(strFromU8(inflateSync(bytes)));
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is State {
  if (!isRecord(value)) return false;
  const { code, file, preset, changes, settings } = value;
  return (
    typeof code === 'string' &&
    typeof file === 'string' &&
    PRESETS.some((known) => known === preset) &&
    isRecord(changes) &&
    Object.values(changes).every((change) => typeof change === 'boolean' || isRecord(change)) &&
    isRecord(settings)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rules that are on: those of the preset, changed as the state says. */
export function rulesOf({ preset, changes }: State, infos: readonly RuleInfo[]): Rules {
  const rules = infos.flatMap((info) => {
    const change = changes[info.name] ?? inPreset(preset, info);
    return change === false ? [] : [[info.name, change === true ? defaults(preset, info) : change]];
  });
  return Object.fromEntries(rules);
}

/** Whether the preset has the rule. */
export function inPreset(preset: Preset, { recommended }: RuleInfo): boolean {
  return preset === 'strict' || (preset === 'recommended' && recommended);
}

function defaults(preset: Preset, { strictOptions }: RuleInfo): true | object {
  return preset === 'strict' ? strictOptions : true;
}
