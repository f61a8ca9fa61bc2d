import gateway from 'eslint-plugin-nestjs-gateway';

/** An option of a rule, as its schema has it. */
export interface OptionInfo {
  readonly name: string;
  readonly description: string;
  readonly kind: 'boolean' | 'text' | 'list' | 'choice';
  readonly choices: readonly string[];
  readonly byDefault: unknown;
}

export interface RuleInfo {
  readonly name: string;
  readonly description: string;
  readonly recommended: boolean;
  readonly options: readonly OptionInfo[];
  /** What `strict` gives it. */
  readonly strictOptions: object | true;
}

interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly description: string;
}

declare const data: readonly RuleInfo[];
export { data };

export default {
  /** What the playground has to know of the rules before the plugin is there. */
  load(): readonly RuleInfo[] {
    const entries: Readonly<Record<string, unknown>> = gateway.configs.strict.rules;
    return Object.entries(gateway.rules).map(([name, { meta }]) => {
      const entry = entries[`nestjs-gateway/${name}`];
      const properties: Record<string, Property> = meta.schema[0]?.properties ?? {};
      return {
        name,
        description: meta.docs.description,
        recommended: meta.docs.recommended === 'recommended',
        options: Object.entries(properties).map(([option, property]) => ({
          name: option,
          description: property.description,
          kind: kindOf(property),
          choices: property.enum ?? [],
          byDefault: meta.defaultOptions?.[0]?.[option],
        })),
        strictOptions: Array.isArray(entry) ? entry[1] : true,
      };
    });
  },
};

function kindOf({ type, enum: choices }: Property): OptionInfo['kind'] {
  if (choices) return 'choice';
  if (type === 'boolean') return 'boolean';
  return type === 'array' ? 'list' : 'text';
}
