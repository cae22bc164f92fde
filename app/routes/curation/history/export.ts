import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { mayExportTrail } from '~/domain/audit/audit-policy';
import { trailExport } from '~/domain/audit/queries/trail-export.server';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

async function* asText(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayExportTrail(actor));
  const { lines } = found(await ask(trailExport, actor, {}));
  return new Response(createReadableStreamFromReadable(Readable.from(asText(lines))), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="soundings-audit.jsonl"',
      'Cache-Control': 'no-store',
    },
  });
}
