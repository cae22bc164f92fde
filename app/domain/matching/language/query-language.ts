import { Lexer } from './lexer';
import { orderly } from './operators';
import { all, any, not, together, type Tree } from './query-tree';
import type { Problem, Token } from './tokens';

export const LONGEST = 400;
/** More complaints than this help nobody. */
const MOST_PROBLEMS = 8;

export interface Query {
  /** Null where no word, phrase or field was typed. */
  tree: Tree | null;
  problems: Problem[];
}

/**
 * Reads what somebody typed into a search box. Total and linear in the length of the text, of which the first 400
 * characters, 40 terms and 12 levels of parentheses count.
 *
 *     query = and { "OR" and }          row  = { ( "NOT" | "-" ) } one, side by side
 *     and   = row { "AND" row }         one  = "(" query ")" | word | "phrase" | field ":" test | formula
 *
 * What cannot be read as an operator or field is searched as words, and said.
 */
export function readQuery(text: string): Query {
  const problems: Problem[] = [];
  if (text.length > LONGEST)
    problems.push({ at: LONGEST, text: `Only the first ${LONGEST} characters were read` });
  const lexer = new Lexer(readable(text.slice(0, LONGEST))).read();
  problems.push(...lexer.problems);
  const tree = new Parser(orderly(lexer.tokens, problems)).read();
  return { tree, problems: problems.sort((a, b) => a.at - b.at).slice(0, MOST_PROBLEMS) };
}

/** No character is one that a database refuses; curly quotation marks are plain ones. As long as the text was. */
const readable = (text: string): string =>
  text
    .replaceAll(/\p{Control}/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[“”„]/g, '"');

/** Over tokens in which every parenthesis has its partner and every operator its operands. */
class Parser {
  private place = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  read(): Tree | null {
    return this.tokens.some(({ kind }) => kind === 'term') ? this.either() : null;
  }

  private either(): Tree {
    const parts = [this.both()];
    while (this.take('or')) parts.push(this.both());
    return any(parts);
  }

  private both(): Tree {
    const parts = [this.row()];
    while (this.take('and')) parts.push(this.row());
    return all(parts);
  }

  private row(): Tree {
    const parts = [this.one()];
    while (['term', 'open', 'not'].includes(this.tokens[this.place]?.kind ?? '')) parts.push(this.one());
    return together(parts);
  }

  private one(): Tree {
    let turned = false;
    while (this.take('not')) turned = !turned;
    const token = this.tokens[this.place];
    this.place += 1;
    let tree: Tree = { kind: 'together', parts: [] };
    if (token?.kind === 'term') ({ tree } = token);
    else if (token?.kind === 'open') {
      tree = this.either();
      this.take('close');
    }
    return turned ? not(tree) : tree;
  }

  private take(kind: Token['kind']): boolean {
    const found = this.tokens[this.place]?.kind === kind;
    if (found) this.place += 1;
    return found;
  }
}
