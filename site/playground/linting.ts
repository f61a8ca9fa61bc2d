import { readonly, ref, shallowRef, watch, type Ref } from 'vue';

import { linter } from '../linter/client.ts';
import type { Finding, ParseError, Source } from '../linter/source.ts';

const PAUSE = 80;

/** Lints the source whenever it changes, in the worker, and never an old text after a new one. */
export function useLinting(source: Readonly<Ref<Source>>) {
  const findings = shallowRef<readonly Finding[]>([]);
  /** The code that the findings are of. */
  const linted = ref<string>();
  const parseError = shallowRef<ParseError>();
  const refusal = ref<string>();
  const isPending = ref(true);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run() {
    const asked = source.value;
    const outcome = await linter().lint(asked);
    if (asked !== source.value) return;
    isPending.value = false;
    parseError.value = 'parseError' in outcome ? outcome.parseError : undefined;
    refusal.value = 'refusal' in outcome ? outcome.refusal : undefined;
    if ('findings' in outcome) {
      findings.value = outcome.findings;
      linted.value = asked.code;
    }
  }

  watch(source, () => {
    isPending.value = true;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), PAUSE);
  });

  return {
    findings,
    linted: readonly(linted),
    parseError,
    refusal: readonly(refusal),
    isPending: readonly(isPending),
    run,
  };
}
