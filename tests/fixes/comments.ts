import * as parser from '@typescript-eslint/parser';

/** The comments of the code that an edit lost. */
export function lostComments(code: string, edited: string): string[] {
  if (code === edited) return [];
  const kept = comments(edited);
  return comments(code).filter((comment) => {
    const index = kept.indexOf(comment);
    if (index !== -1) kept.splice(index, 1);
    return index === -1;
  });
}

function comments(code: string): string[] {
  if (!/\/[/*]/.test(code)) return [];
  const { ast } = parser.parseForESLint(code, { comment: true });
  return (ast.comments ?? []).map(({ value }) => value.trim());
}
