import { memberName } from '../../ast/names.ts';
import { contains } from '../../ast/positions.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import { withParts } from '../decorator.ts';
import type { Gateway } from '../gateway.ts';

/** The injection scope that a decorator gives a gateway, and where that is written. */
export interface GatewayScope {
  readonly name: string;
  readonly node: TSESTree.Node;
}

/**
 * The scope of a gateway: `Scope.X` under `scope` in `@Injectable()` or `@Controller()`. Undefined
 * where there is none or where it cannot be seen. A base class seen here is asked on its own.
 */
export function readScope({ file, class: { decorators } }: Gateway): GatewayScope | undefined {
  for (const { common, args, node } of withParts(decorators)) {
    const [first] = args;
    if (first === undefined || (common !== 'Injectable' && common !== 'Controller')) continue;
    const options = file.resolve(first);
    if (options.type !== 'ObjectExpression') continue;
    const scope = file.option(options, 'scope');
    if (scope.kind !== 'value' || scope.value.type !== 'MemberExpression') continue;
    const { value, written } = scope;
    const name = memberName(value);
    if (file.bindings.nestName(value.object, '@nestjs/common') !== 'Scope' || !name) continue;
    return { name, node: contains(node, written) ? written : node };
  }
  return undefined;
}
