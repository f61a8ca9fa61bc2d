// @ts-check
/**
 * As many rules that do nothing: ESLint pays for calling a rule, whatever it does.
 * @param {number} count
 * @returns {import('eslint').Linter.Config}
 */
export function emptyRules(count) {
  const names = Array.from({ length: count }, (_, index) => `rule-${index}`);
  const rules = names.map((name) => [name, { meta: { schema: [] }, create: () => ({}) }]);
  return {
    files: ['**/*.ts'],
    plugins: { empty: { rules: Object.fromEntries(rules) } },
    rules: Object.fromEntries(names.map((name) => [`empty/${name}`, 'error'])),
  };
}
