import { wordOf, type Problem, type Token } from './lexer';

export const MOST_TERMS = 40;
export const DEEPEST = 12;

/** Tokens that a grammar can read: few enough, parentheses in pairs, operators with operands. Says what it changed. */
export function orderly(tokens: readonly Token[], problems: Problem[]): Token[] {
  const paired = withPairs(firstTerms(tokens, problems), problems);
  return withOperands(withoutDashes(paired), problems);
}

/** The first terms with what stands between them; parentheses that were open then are closed. */
function firstTerms(tokens: readonly Token[], problems: Problem[]): Token[] {
  const terms = tokens.filter(({ kind }) => kind === 'term');
  const [last, next] = terms.slice(MOST_TERMS - 1);
  if (!last || !next) return [...tokens];
  problems.push({ at: next.at, text: `Only the first ${MOST_TERMS} terms were read` });
  const kept = tokens.slice(0, tokens.indexOf(last) + 1);
  const count = (wanted: Token['kind']) => kept.filter(({ kind }) => kind === wanted).length;
  const open = Math.max(0, count('open') - count('close'));
  return [...kept, ...Array.from({ length: open }, (): Token => ({ kind: 'close', at: next.at, text: '' }))];
}

/** Only parentheses that have a partner, that hold something and that are not too deep. */
function withPairs(tokens: readonly Token[], problems: Problem[]): Token[] {
  const dropped = new Set<Token>();
  const open: { token: Token; holds: boolean }[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') {
      if (open.length === DEEPEST)
        problems.push({ at: token.at, text: `Parentheses were read ${DEEPEST} levels deep` });
      open.push({ token, holds: false });
    } else if (token.kind === 'close') {
      const partner = open.pop();
      if (!partner) problems.push({ at: token.at, text: 'This parenthesis closes nothing that was opened' });
      if (!partner?.holds || open.length >= DEEPEST) dropped.add(token);
      if (partner && (!partner.holds || open.length >= DEEPEST)) dropped.add(partner.token);
      const outer = open.at(-1);
      if (outer && partner?.holds) outer.holds = true;
    } else if (token.kind === 'term') for (const one of open.slice(-1)) one.holds = true;
  }
  for (const { token } of open) {
    dropped.add(token);
    problems.push({ at: token.at, text: 'This parenthesis is never closed' });
  }
  return tokens.filter((token) => !dropped.has(token));
}

const STARTS = new Set<Token['kind'] | undefined>(['term', 'open', 'not']);
const ENDS = new Set<Token['kind'] | undefined>(['term', 'close']);

/** A minus stands before something; any other is a dash. */
function withoutDashes(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of [...tokens].reverse())
    if (token.kind !== 'not' || token.text !== '' || STARTS.has(kept.at(-1)?.kind)) kept.push(token);
  return kept.reverse();
}

/** Operators that stand where they can; the others are words. */
function withOperands(tokens: readonly Token[], problems: Problem[]): Token[] {
  const kept: Token[] = [];
  for (const [place, token] of tokens.entries()) {
    const next = tokens[place + 1]?.kind;
    const follows = ENDS.has(kept.at(-1)?.kind);
    if (token.kind === 'term' || canStand(token.kind, follows, next)) kept.push(token);
    else {
      const where = token.kind === 'not' || follows ? 'after' : 'before';
      const text = `A word or field was expected ${where} ${token.text}, which is searched as a word`;
      problems.push({ at: token.at, text });
      kept.push({ kind: 'term', at: token.at, tree: wordOf(token.text) });
    }
  }
  return kept;
}

/** An AND or OR that is a word itself, for want of something before it, may follow NOT. */
function canStand(kind: Token['kind'], follows: boolean, next: Token['kind'] | undefined): boolean {
  if (kind === 'not') return STARTS.has(next) || next === 'and' || next === 'or';
  return (kind !== 'and' && kind !== 'or') || (follows && STARTS.has(next));
}
