import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { LanguageClient } from './language-client.ts';

/** ESLint's language server for VS Code, as it is published to npm. */
export const ESLINT_SERVER = 'vscode-langservers-extracted@4.10.0';

/**
 * Starts the server for a file of a folder.
 *
 * @param home - the folder that the server is installed in
 */
export function startESLintServer(home: string, folder: string, file: string): LanguageClient {
  const server = join(home, 'node_modules/.bin/vscode-eslint-language-server');
  return new LanguageClient(['node', server, '--stdio'], folder, file, {
    'workspace/configuration': ({ items }: { items: readonly unknown[] }) =>
      items.map(() => settingsOf(folder)),
    'eslint/confirmESLintExecution': () => 4,
  });
}

/** What the extension for VS Code answers when the server asks for its settings. */
function settingsOf(folder: string): unknown {
  return {
    validate: 'on',
    run: 'onType',
    nodePath: null,
    experimental: { useFlatConfig: false },
    problems: { shortenToSingleLine: false },
    rulesCustomizations: [],
    codeAction: {
      disableRuleComment: { enable: true, location: 'separateLine' },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: 'all' },
    workingDirectory: { mode: 'location' },
    workspaceFolder: { uri: pathToFileURL(folder).href, name: 'scratch' },
  };
}
