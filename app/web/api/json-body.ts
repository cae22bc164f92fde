import { Problem } from './problem';

const DEEPEST = 8;
const MOST_VALUES = 5_000;

/** The body as an object. Nothing sent is an empty one; what no form could send is refused. */
export function jsonBody(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem('unreadable', 'Send one JSON object.');
  const fault = faultOf(body);
  if (fault) throw new Problem('unreadable', fault);
  return body as Record<string, unknown>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('unreadable', 'The body is not well-formed JSON.');
  }
}

/** What PostgreSQL holds in no text: a zero byte, and half of a sign outside the basic plane. */
const whyNoText = (text: string): string | null => {
  if (text.includes('\0')) return 'Text holds no zero byte here.';
  return /\p{Surrogate}/u.test(text) ? 'Text holds no half of a character here.' : null;
};

/** Walks without recursion, so that depth costs nothing. */
function faultOf(body: object): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 1 }];
  let seen = 0;
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { value, depth } = one;
    seen += 1;
    if (seen > MOST_VALUES) return `The body has more than ${MOST_VALUES} values.`;
    const fault = typeof value === 'string' ? whyNoText(value) : null;
    if (fault) return fault;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) return `The body is nested deeper than ${DEEPEST} levels.`;
    for (const [name, inner] of Object.entries(value)) {
      if (name === '__proto__' || whyNoText(name)) return 'A name in the body is not one of a field.';
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}
