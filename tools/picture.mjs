// @ts-check
/**
 * Draws what an editor shows of a gateway, from the plugin's own findings: `docs/assets/editor.svg`.
 * With `--check` it only says whether the picture is still true.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import gateway from 'eslint-plugin-nestjs-gateway';

const CHARACTER = 7.8;
const LINE = 20;
const WIDTH = 960;
const MARGIN = 64;
const WRAP = 112;

const COLORS = {
  background: '#1e1e2e',
  panel: '#181825',
  text: '#cdd6f4',
  faint: '#6c7086',
  error: '#f38ba8',
  keyword: '#cba6f7',
  string: '#a6e3a1',
  decorator: '#fab387',
  type: '#89dceb',
};

const TOKENS =
  /(?<decorator>@\w+)|(?<string>'[^']*')|(?<keyword>\b(?:import|from|export|class|new|const|async|await|private|readonly|return|this)\b)|(?<type>\b[A-Z]\w+)/g;

const file = new URL('../docs/assets/editor.gateway.ts', import.meta.url);
const code = readFileSync(file, 'utf8').trimEnd();
const findings = new Linter()
  .verify(
    code,
    { ...gateway.configs.recommended, languageOptions: { parser } },
    'editor.gateway.ts',
  )
  .sort((a, b) => a.line - b.line);

const lines = code.split('\n');
const top = 44;
const panelTop = top + lines.length * LINE + 20;
const problems = findings.flatMap(({ message, ruleId, line, column }, index) => [
  ...(index === 0 ? [] : [{ text: '', color: COLORS.text }]),
  ...wrap(message).map((text, part) => ({
    text: (part === 0 ? '✕ ' : '  ') + text,
    color: COLORS.text,
  })),
  { text: `  ${ruleId}  [Ln ${line}, Col ${column}]`, color: COLORS.faint },
]);
const height = panelTop + 40 + problems.length * 17 + 12;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="13">
<title>A gateway in an editor, with what the plugin reports</title>
<rect width="${WIDTH}" height="${height}" rx="8" fill="${COLORS.background}"/>
<text x="20" y="26" fill="${COLORS.faint}">chat.gateway.ts</text>
${lines.map(codeLine).join('\n')}
${findings.map(squiggle).join('\n')}
<path d="M0 ${panelTop}h${WIDTH}v${height - panelTop - 8}a8 8 0 0 1 -8 8h-${WIDTH - 16}a8 8 0 0 1 -8 -8z" fill="${COLORS.panel}"/>
<text x="20" y="${panelTop + 24}" fill="${COLORS.faint}" font-size="11">PROBLEMS  ${findings.length}</text>
${problems.map(({ text, color }, index) => textAt(20, panelTop + 46 + index * 17, 12, color, escape(text))).join('\n')}
</svg>
`;

const picture = new URL('../docs/assets/editor.svg', import.meta.url);
if (!process.argv.includes('--check')) writeFileSync(picture, drawing);
else if (readFileSync(picture, 'utf8') !== drawing) {
  console.error('docs/assets/editor.svg shows old findings: npm run docs draws it anew.');
  process.exitCode = 1;
}

/**
 * @param {string} line
 * @param {number} index
 */
function codeLine(line, index) {
  const y = top + 14 + index * LINE;
  const number = textAt(24, y, 13, COLORS.faint, String(index + 1).padStart(2));
  return `${number}${textAt(MARGIN, y, 13, COLORS.text, highlight(line))}`;
}

/** @param {string} line */
function highlight(line) {
  return escape(line).replaceAll(TOKENS, (token, ...rest) => {
    const groups = rest.at(-1);
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    return `<tspan fill="${COLORS[/** @type {keyof typeof COLORS} */ (kind)]}">${token}</tspan>`;
  });
}

/** @param {Linter.LintMessage} finding */
function squiggle({ line, column, endLine, endColumn }) {
  const end = endLine === line && endColumn ? endColumn : (lines[line - 1]?.length ?? 0) + 1;
  const x = MARGIN + (column - 1) * CHARACTER;
  const waves = Math.max(1, Math.round(((end - column) * CHARACTER) / 6));
  const y = top + 18 + (line - 1) * LINE;
  return `<path d="M${x.toFixed(1)} ${y}${'q1.5 -3 3 0t3 0'.repeat(waves)}" fill="none" stroke="${COLORS.error}" stroke-width="1.2"/>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {string} color
 * @param {string} content
 */
function textAt(x, y, size, color, content) {
  return `<text x="${x}" y="${y}" fill="${color}" font-size="${size}" xml:space="preserve">${content}</text>`;
}

/** @param {string} message */
function wrap(message) {
  /** @type {string[]} */
  const wrapped = [];
  for (const word of message.split(' ')) {
    const last = wrapped.at(-1);
    if (last !== undefined && last.length + word.length < WRAP) {
      wrapped[wrapped.length - 1] = `${last} ${word}`;
    } else wrapped.push(word);
  }
  return wrapped;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
