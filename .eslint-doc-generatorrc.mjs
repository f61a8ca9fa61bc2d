import prettier from 'prettier';

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
  ],
  postprocess: async (content, path) =>
    prettier.format(content, { ...(await prettier.resolveConfig(path)), filepath: path }),
};
