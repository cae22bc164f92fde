import type { IncomingMessage } from 'node:http';
import { isForPrograms } from './program-refusal';
import { boundaryOf, MAX_TEXT_LENGTH, maxBytes } from './refusal';
import type { Refusal } from './refused';

/**
 * Reads a whole form, or says why it is none; the framework would answer 500 to a broken one. What programs send
 * is looked into by those who answer them.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | Refusal> {
  const type = request.headers['content-type'] ?? '';
  const limit = maxBytes(type);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return { status: 413, reason: 'This is larger than what is read here.' };
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (isForPrograms(request.url)) return body;
  const sound = boundaryOf(type) === undefined ? isSoundForm(body) : await isSoundMultipart(body, type);
  return sound ? body : { status: 400, reason: 'This form is not well formed.' };
}

/** PostgreSQL holds no zero byte in text, so no field of ours can be given one. */
function isSoundForm(body: Buffer): boolean {
  return (
    !body.includes(0) && !body.includes('%00') && areSoundNames(new URLSearchParams(body.toString()).keys())
  );
}

const MOST_FIELDS = 5_000;
/** `address`, `milestones[0].weeks`: a longer index would make a list of that length, and fill the memory. */
const NAME = /^[^[\]]*(\[\d{0,3}\][^[\]]*){0,3}$/;

function areSoundNames(names: Iterable<string>): boolean {
  let count = 0;
  for (const name of names) {
    count += 1;
    if (count > MOST_FIELDS || name.length > 200 || !NAME.test(name)) return false;
  }
  return true;
}

async function isSoundMultipart(body: Buffer<ArrayBuffer>, type: string): Promise<boolean> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    let length = 0;
    for (const [name, value] of form) {
      const text = typeof value === 'string' ? value : value.name;
      length += text.length;
      if (length > MAX_TEXT_LENGTH || name.includes('\0') || text.includes('\0')) return false;
    }
    return areSoundNames(form.keys());
  } catch {
    return false;
  }
}
