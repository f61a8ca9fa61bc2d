import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import {
  bracketMatching,
  delimitedIndent,
  indentNodeProp,
  indentOnInput,
  LRLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

import { typescript } from '../linter/highlight.ts';
import type { Range } from '../linter/source.ts';

export interface Editor {
  /** Makes the code of what is there, so that it can be undone. */
  write(code: string): void;
  /** Underlines what was found. */
  mark(diagnostics: readonly Diagnostic[]): void;
  /** Brings the range into sight, and puts the cursor there. */
  reveal(range: Range): void;
  /** Puts the cursor there. */
  place(position: number): void;
  focus(): void;
  destroy(): void;
}

export interface EditorEvents {
  onWrite(code: string): void;
  onMove(position: number): void;
}

const language = LRLanguage.define({
  parser: typescript.configure({
    props: [
      indentNodeProp.add({
        'Block ClassBody ObjectExpression ObjectPattern': delimitedIndent({ closing: '}' }),
        'ArgList ParamList': delimitedIndent({ closing: ')' }),
        ArrayExpression: delimitedIndent({ closing: ']' }),
      }),
    ],
  }),
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
});

/**
 * Opens an editor of TypeScript in the element. Tab leaves it, as it leaves any other field.
 *
 * @param top - the place in the code that is to be seen first
 */
export function openEditor(
  parent: HTMLElement,
  code: string,
  top: number,
  events: EditorEvents,
): Editor {
  const view = new EditorView({
    parent,
    scrollTo: EditorView.scrollIntoView(top, { y: 'start' }),
    state: EditorState.create({
      doc: code,
      selection: { anchor: top },
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        language,
        syntaxHighlighting(classHighlighter),
        keymap.of([
          { key: 'Mod-]', run: indentMore },
          { key: 'Mod-[', run: indentLess },
          ...lintKeymap.filter(({ key }) => key === 'F8'),
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': 'The code of a gateway' }),
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged) events.onWrite(state.doc.toString());
          if (selectionSet) events.onMove(state.selection.main.head);
        }),
      ],
    }),
  });
  const within = (position: number) => Math.min(position, view.state.doc.length);

  return {
    write(text) {
      const old = view.state.doc.toString();
      if (old !== text) view.dispatch({ changes: difference(old, text) });
    },
    mark(diagnostics) {
      const fitting = diagnostics.map((diagnostic) => ({
        ...diagnostic,
        from: within(diagnostic.from),
        to: within(diagnostic.to),
      }));
      view.dispatch(setDiagnostics(view.state, fitting));
    },
    reveal({ from }) {
      view.dispatch({
        selection: { anchor: within(from) },
        effects: EditorView.scrollIntoView(within(from), { y: 'center' }),
      });
    },
    place: (position) => view.dispatch({ selection: { anchor: within(position) } }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** The one change that makes the new text of the old. */
function difference(old: string, text: string) {
  const length = Math.min(old.length, text.length);
  let from = 0;
  while (from < length && old[from] === text[from]) from++;
  let rest = 0;
  while (rest < length - from && old.at(-1 - rest) === text.at(-1 - rest)) rest++;
  return { from, to: old.length - rest, insert: text.slice(from, text.length - rest) };
}
