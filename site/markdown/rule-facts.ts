import type { MarkdownRenderer } from 'vitepress';

const END = '<!-- end auto-generated rule header -->';

/** Sets the generated head of a rule's page apart from what was written. */
export function ruleFacts(md: MarkdownRenderer): void {
  md.core.ruler.push('rule-facts', ({ tokens, Token }) => {
    const end = tokens.findIndex(({ content }) => content.startsWith(END));
    const title = tokens.findIndex(({ type }) => type === 'heading_close');
    if (end === -1) return;
    const open = new Token('html_block', '', 0);
    const close = new Token('html_block', '', 0);
    open.content = '<div class="rule-facts">\n';
    close.content = '</div>\n';
    tokens.splice(end, 1, close);
    tokens.splice(title + 1, 0, open);
  });
}
