import { wordOf, type Operator, type Problem, type Token } from './tokens';

export const MOST_TERMS = 40;
export const DEEPEST = 12;

/** Tokens that a grammar can read: few enough, parentheses in pairs, operators with operands. Says what it changed. */
export function orderly(tokens: readonly Token[], problems: Problem[]): Token[] {
  const paired = withPairs(firstTerms(tokens, problems), problems);
  return withOperands(paired, problems);
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

/** Turns operators into words, as long as there is room for them. */
class Demotion {
  private room: number;

  constructor(
    tokens: readonly Token[],
    private readonly problems: Problem[],
  ) {
    this.room = MOST_TERMS - tokens.filter(({ kind }) => kind === 'term').length;
  }

  wordFor({ at, text }: Operator, where: 'before' | 'after'): Token[] {
    const said = `A word or field was expected ${where} ${text}, which is searched as a word`;
    this.problems.push({ at, text: said });
    this.room -= 1;
    return this.room < 0 ? [] : [{ kind: 'term', at, tree: wordOf(text) }];
  }
}

/** Operators that stand where they can. A NOT needs something after it; a minus that has nothing is a dash. */
function withOperands(tokens: readonly Token[], problems: Problem[]): Token[] {
  const demotion = new Demotion(tokens, problems);
  const turned: Token[] = [];
  for (const token of [...tokens].reverse()) {
    if (token.kind !== 'not' || STARTS.has(turned.at(-1)?.kind)) turned.push(token);
    else if (token.text !== '') turned.push(...demotion.wordFor(token, 'after'));
  }
  return joined(turned.reverse(), demotion);
}

/** An AND or OR needs something on both sides. */
function joined(tokens: readonly Token[], demotion: Demotion): Token[] {
  const kept: Token[] = [];
  for (const [place, token] of tokens.entries()) {
    const follows = ENDS.has(kept.at(-1)?.kind);
    if (token.kind !== 'and' && token.kind !== 'or') kept.push(token);
    else if (follows && STARTS.has(tokens[place + 1]?.kind)) kept.push(token);
    else kept.push(...demotion.wordFor(token, follows ? 'after' : 'before'));
  }
  return kept;
}
