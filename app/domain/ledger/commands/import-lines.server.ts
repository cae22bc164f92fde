import { command } from '../../command.server';
import type { FactDraft } from '../../fact';
import { oneAtATime } from '../../one-at-a-time.server';
import { isRefusal, refuseField } from '../../refusal';
import { isoDay } from '../../uk-time';
import { fileInput, readLines, type ReadLine } from '../lines-file';
import type { LineInput } from '../line-form';
import { mayKeepMoney } from '../ledger-policy';
import { loadNames, resolveLine, saidOf, type ResolvedLine } from '../resolve-line.server';

export interface JudgedLine {
  place: number;
  wrong: string;
  purpose: string;
  planned: number | null;
  actual: number | null;
}

interface Ready {
  line: LineInput;
  resolved: ResolvedLine;
}

const markOf = (organisationId: string, purpose: string, startsOn: Date, base: string): string =>
  [organisationId, purpose.toLowerCase(), isoDay(startsOn), base.toLowerCase()].join('|');

/** Looks at every line of a file, and enters all of them when asked and none is wrong; else it changes nothing. */
export const importLines = command({
  name: 'ledger.import-lines',
  input: fileInput,
  load: async ({ tx, input }) => {
    const file = readLines(input.text);
    await oneAtATime(tx, 'lines of a file');
    const names = await loadNames(tx);
    const standing = await tx.ledgerLine.findMany({
      where: { supersededBy: null },
      select: { organisationId: true, purpose: true, startsOn: true, base: true },
    });
    const known = new Set(
      standing.map((one) => markOf(one.organisationId, one.purpose, one.startsOn, one.base)),
    );
    return { file, names, known };
  },
  authorise: mayKeepMoney,
  decide: ({ input, loaded: { file, names, known }, newId, newReference }) => {
    if ('error' in file) return refuseField('FileIsWrong', 'text', file.error);
    const seen = new Set(known);
    const ready: Ready[] = [];
    const judge = ({ place, line, wrong }: ReadLine): JudgedLine => {
      const said = {
        purpose: line?.purpose ?? '',
        planned: line?.planned ?? null,
        actual: line?.actual ?? null,
      };
      if (!line) return { place, wrong, ...said };
      const resolved = resolveLine(names, line);
      if (isRefusal(resolved)) return { place, wrong: resolved.message, ...said };
      const mark = markOf(resolved.organisationId, line.purpose, line.startsOn, line.base);
      if (seen.has(mark))
        return { place, wrong: 'The same line is entered already, or stands twice here', ...said };
      seen.add(mark);
      ready.push({ line, resolved });
      return { place, wrong: '', ...said };
    };
    const judged = file.lines.map(judge);
    const enters = input.enter === 'yes' && judged.every(({ wrong }) => wrong === '');
    const importId = newId();
    const rows = ready.map(({ line, resolved: { areas, ...ids } }) => ({
      row: { id: newId(), reference: newReference(), ...saidOf(line), ...ids, importId },
      areas,
    }));
    const facts: FactDraft[] = enters
      ? [{ name: 'LedgerLinesWereImported', noun: 'ledger', nounId: importId, data: { lines: rows.length } }]
      : [];
    return { change: { judged, rows: enters ? rows : [], text: input.text }, facts };
  },
  save: async ({ tx, actor, now }, { judged, rows, text }) => {
    if (actor.kind !== 'person') throw new Error('a visitor enters nothing');
    const { id: recordedById, demonstration: invented } = actor;
    await tx.ledgerLine.createMany({
      data: rows.map(({ row }) => ({ ...row, recordedById, recordedAt: now, invented })),
    });
    await tx.ledgerLineArea.createMany({
      data: rows.flatMap(({ row, areas }) => areas.map((termId) => ({ lineId: row.id, termId }))),
    });
    return { judged, entered: rows.length, text };
  },
});
