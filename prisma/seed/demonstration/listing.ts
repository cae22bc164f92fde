import { showReference } from '~/domain/reference';
import { stateLabel, stateOf } from '~/domain/questions/question';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';

export interface DemonstratedQuestion {
  reference: string;
  title: string;
  route: string;
  state: string;
}

/** The questions of the demonstration with their route and state, by route. */
export async function demonstratedQuestions(): Promise<DemonstratedQuestion[]> {
  const now = await soundingsNow(database());
  const rows = await database().question.findMany({
    where: { invented: true },
    include: { route: true, awards: { where: { withdrawnAt: null } } },
    orderBy: [{ route: { position: 'asc' } }, { createdAt: 'asc' }],
  });
  return rows.map((row) => ({
    reference: showReference(row.reference),
    title: row.title,
    route: row.route.name,
    state: stateInWords(row, now),
  }));
}

type Row = Parameters<typeof stateOf>[0] & {
  outcome: Parameters<typeof stateLabel>[1];
  awards: { noticeAt: Date | null; standstillEndsOn: Date | null }[];
};

function stateInWords(row: Row, now: Date): string {
  const state = stateOf(row, now);
  const label = stateLabel(state, row.outcome);
  const [award] = row.awards;
  if (state !== 'decided' || !award) return label;
  if (!award.noticeAt) return `${label}, before its notice`;
  return award.standstillEndsOn ? `${label}, in standstill` : `${label}, notice given`;
}
