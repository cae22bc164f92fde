import { database } from '~/platform/db.server';
import { run } from '~/domain/command.server';
import { setBand } from '~/domain/ledger/commands/set-band.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { done } from '../outcome';
import { makeLine } from './money';
import { actorFor, makeOrganisation } from './people';
import { visitorNow } from './visitor';

/** Bands that are set, one of them dated back, by an organisation that is renamed, and a funder that becomes local, on five days. */
export async function makeBandHistory(keeper: string) {
  const organisation = await makeOrganisation({ name: 'Says so', kind: 'central-government-department' });
  const funder = await makeOrganisation({ name: 'Pays for it', kind: 'central-government-department' });
  const bands: [term: string, low: number, high: number, days: number][] = [
    ['strand:prevent', 90, 100, 0],
    ['threatArea:fraud', 95, 99, 0],
    ['strand:prevent', 0, 5, -5],
    ['level:regional', 0, 1, 2],
  ];
  const band = async (at: number) => {
    const [term, low, high, days] = bands[at] ?? ['', 0, 0, 0];
    const holdsFrom = isoDay(addDays(ukDay((await visitorNow()).asOf), days));
    const said = { term, low: String(low), high: String(high), holdsFrom, reason: `Because ${at}` };
    const sent = { ...said, organisation: organisation.reference };
    done(await run(setBand, await actorFor(keeper), sent));
  };
  const change = (id: string, data: { name?: string; kind?: string }) =>
    database().organisation.update({ where: { id }, data });
  const said = { recordedById: keeper, organisationId: funder.id, areas: ['fraud'] };
  const line = await makeLine({ ...said, pounds: 300 });
  const steps = [
    async () => {
      await makeLine({ ...said, pounds: 700, strand: 'prevent', level: 'regional' });
      await band(0);
    },
    async () => band(1),
    async () => {
      await band(2);
      await change(funder.id, { kind: 'police-force' });
    },
    async () => {
      await band(3);
      const recordedAt = (await visitorNow()).asOf;
      await makeLine({ ...said, recordedAt, pounds: 310, supersedesId: line.id });
      await change(organisation.id, { name: 'Said so once' });
    },
    async () => {
      await change(funder.id, { name: 'Paid for it', kind: 'agency' });
    },
  ];
  return { steps, things: { line: line.reference } };
}
