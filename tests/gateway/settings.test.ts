import { describe, expect, it } from 'vitest';

import { readSettings } from '../../src/gateway/settings.ts';

const read = (own: unknown) => readSettings({ 'nestjs-gateway': own });

const NONE = {
  globalEnhancers: [],
  platform: undefined,
  decorators: { gateway: [], validates: [], guards: [] },
  modules: [],
  words: [],
};

describe('settings', () => {
  it.each([undefined, null, {}, { decorators: null, modules: null, platform: null }])(
    'say nothing in %j',
    (own) => {
      expect(read(own)).toEqual(NONE);
    },
  );

  it('are read once', () => {
    const own = { platform: 'ws' };
    expect(read(own)).toBe(read(own));
  });

  it('say in which words a file has a gateway', () => {
    const settings = read({
      globalEnhancers: ['pipes', 'guards'],
      platform: 'socket.io',
      decorators: { gateway: ['ChatGateway'], validates: ['Checked'], guards: ['Auth'] },
      modules: ['./nest'],
    });
    expect(settings).toEqual({
      globalEnhancers: ['pipes', 'guards'],
      platform: 'socket.io',
      decorators: { gateway: ['ChatGateway'], validates: ['Checked'], guards: ['Auth'] },
      modules: ['./nest'],
      words: ['./nest', 'ChatGateway'],
    });
  });

  it.each([
    ['ws', "settings['nestjs-gateway'] must be an object."],
    [['ws'], "settings['nestjs-gateway'] must be an object."],
    [
      { plattform: 'ws' },
      "settings['nestjs-gateway'].plattform is not known; the known keys are globalEnhancers, platform, decorators, modules.",
    ],
    [
      { decorators: { pipes: [] } },
      "settings['nestjs-gateway'].decorators.pipes is not known; the known keys are gateway, validates, guards.",
    ],
    [{ decorators: ['Auth'] }, "settings['nestjs-gateway'].decorators must be an object."],
    [
      { decorators: { guards: 'Auth' } },
      "settings['nestjs-gateway'].decorators.guards must be an array of strings.",
    ],
    [
      { decorators: { gateway: 'ChatGateway' } },
      "settings['nestjs-gateway'].decorators.gateway must be an array of strings.",
    ],
    [
      { decorators: { validates: ['Checked', 1] } },
      "settings['nestjs-gateway'].decorators.validates must be an array of strings.",
    ],
    [{ modules: [/nest/] }, "settings['nestjs-gateway'].modules must be an array of strings."],
    [
      { globalEnhancers: ['filters'] },
      "settings['nestjs-gateway'].globalEnhancers takes 'pipes' and 'guards', not 'filters'.",
    ],
    [
      { globalEnhancers: 'pipes' },
      "settings['nestjs-gateway'].globalEnhancers must be an array of strings.",
    ],
    [{ platform: 'uws' }, "settings['nestjs-gateway'].platform must be 'socket.io' or 'ws'."],
  ])('that are wrong are named, with the repair: %j', (own, message) => {
    expect(() => read(own)).toThrow(new Error(`eslint-plugin-nestjs-gateway: ${message}`));
  });
});
