import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { ask } from '~/domain/query.server';
import { uptakeLines, uptakeReport } from '~/domain/ratings/queries/uptake-report.server';
import { showReference } from '~/domain/reference';
import { forbidden } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** Numerators and denominators, then every finding that reached a step, with the first day of each. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const [report, lines] = await Promise.all([ask(uptakeReport, actor, {}), ask(uptakeLines, actor, {})]);
  if (!report || !lines)
    throw forbidden('Only verified members and the auditor read what became of findings.');
  const rows = [
    ['step', 'findings that reached it', 'findings in all', 'findings that reached the step before'],
    ...report.steps.map(({ kind, count, before }) => [kind, count, report.all, before]),
    [],
    ['finding', 'title', 'recommendation', 'decision', 'action', 'outcome'],
    ...lines.map(({ reference, title, recommendation, decision, action, outcome }) => [
      ...[showReference(reference), title],
      ...[recommendation, decision, action, outcome].map((day) => day ?? ''),
    ]),
  ];
  return new Response(csvText(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="soundings-from-finding-to-outcome.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
