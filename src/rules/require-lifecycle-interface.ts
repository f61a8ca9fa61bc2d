import type { Fixer, SourceCode } from '../ast/types.ts';
import { addInterface } from '../fix/add-interface.ts';
import { importInterfaces } from '../fix/import-interfaces.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { HOOK_INTERFACES } from '../gateway/hook.ts';
import { fitsInterface, undeclaredHooks } from '../gateway/declaration/hook-interfaces.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'missing'>({
  name: 'require-lifecycle-interface',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require the interface of each lifecycle hook that a gateway has',
      recommended: 'strict',
    },
    fixable: 'code',
    messages: {
      missing:
        "Nothing notices when '{{hook}}' is misspelt, and Nest would no longer call it. Let the class implement '{{name}}'.",
    },
  },
  check({ gateway, sourceCode, report }) {
    const hooks = undeclaredHooks(gateway);
    // Each finding brings all of the class's interfaces, so that one pass is enough.
    const fitting = hooks.filter(fitsInterface);
    const fix = declare(
      gateway,
      fitting.map(({ name }) => HOOK_INTERFACES[name]),
      sourceCode,
    );
    for (const hook of hooks) {
      report({
        node: hook.head,
        messageId: 'missing',
        data: { hook: hook.name, name: HOOK_INTERFACES[hook.name] },
        fix: fitting.includes(hook) ? fix : null,
      });
    }
  },
});

function declare(gateway: Gateway, names: readonly string[], sourceCode: SourceCode) {
  const needed = importInterfaces('@nestjs/websockets', names, sourceCode);
  return (fixer: Fixer) =>
    needed
      ? [
          ...needed.apply(fixer),
          ...addInterface(gateway.class.node, needed.texts.join(', '), fixer, sourceCode),
        ]
      : null;
}
