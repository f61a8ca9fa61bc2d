/** ESLint reads these of Node's `process` when it is loaded. */
Object.assign(globalThis, {
  process: {
    env: {},
    argv: [],
    versions: {},
    platform: 'browser',
    cwd: () => '/',
    emitWarning() {},
  },
});
