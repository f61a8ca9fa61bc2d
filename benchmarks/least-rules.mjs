// @ts-check

/**
 * Where a rule reports, and what it says.
 * @typedef {{ message: string, loc: import('eslint').AST.SourceLocation }} Finding
 */

/**
 * The names of all rules, and what each finds, by the text of the file and by the rule.
 * @typedef {{ names: readonly string[], files: Record<string, Record<string, Finding[]>> }} Findings
 */

/**
 * As many rules, which report what is found and ask nothing. The first walks a file with findings
 * once, and that is all. This module loads no other, as the plugin's does.
 * @param {Findings} findings
 * @returns {Record<string, import('eslint').Rule.RuleModule>}
 */
export function leastRules({ names, files }) {
  const byText = new Map(Object.entries(files));
  const rules = names.map((name, index) => [
    name,
    /** @type {import('eslint').Rule.RuleModule} */ ({
      meta: { schema: [] },
      create({ report, sourceCode }) {
        const found = byText.get(sourceCode.text);
        if (!found) return {};
        return {
          Program() {
            if (index === 0) walk(sourceCode.ast, sourceCode.visitorKeys);
            for (const finding of found[name] ?? []) report(finding);
          },
        };
      },
    }),
  ]);
  return Object.fromEntries(rules);
}

/**
 * @param {import('estree').Node} root
 * @param {import('eslint').SourceCode.VisitorKeys} visitorKeys
 */
function walk(root, visitorKeys) {
  /** @type {Map<string, import('estree').Node[]>} */
  const byType = new Map();
  const pending = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!node) continue;
    const others = byType.get(node.type);
    if (others) others.push(node);
    else byType.set(node.type, [node]);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = Reflect.get(node, key);
      if (Array.isArray(child)) for (const one of child) pending.push(one);
      else if (child) pending.push(child);
    }
  }
}
