import { type Schema, Validator } from '@cfworker/json-schema';

/* In place of Ajv, which compiles a schema to JavaScript. This one reads it, and is much smaller. */

interface Failure {
  readonly data: unknown;
  readonly message: string;
}

interface Validate {
  (options: unknown): boolean;
  errors: readonly Failure[] | null;
}

/** The part of Ajv that validates a rule's options. */
export default function createAjv() {
  return {
    compile(schema: Schema): Validate {
      const validator = new Validator(schema, '4', false);
      const validate: Validate = (options) => {
        const { valid, errors } = validator.validate(options);
        validate.errors = valid
          ? null
          : errors.map(({ error }) => ({
              data: options,
              message: `is not valid: ${error.replace(/\.$/, '')}`,
            }));
        return valid;
      };
      validate.errors = null;
      return validate;
    },
  };
}
