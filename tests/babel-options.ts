/** How Babel's parser is told to read a gateway, without a configuration of the project's. */
export const babelOptions = {
  requireConfigFile: false,
  babelOptions: {
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['typescript', 'decorators-legacy'] },
  },
};
