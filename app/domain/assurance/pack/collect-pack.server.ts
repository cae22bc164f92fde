import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { openContracting } from '../../awards/opencontracting/open-contracting.server';
import { releasePackage } from '../../awards/opencontracting/release-package';
import { loadAssessment } from '../../evaluation/assessment/load-assessment.server';
import { rankingOf } from '../../evaluation/assessment/ranking-of.server';
import type { Competition } from '../../evaluation/competition';
import { showReference } from '../../reference';
import { closedGates } from './gates';
import { collectNames, collectRows } from './collect-rows.server';
import { chainOfFacts, factsOfQuestion } from './facts-of-question.server';
import type { Fields, Pack, PackSet } from './pack';
import { sealedParts } from './sealed-parts.server';
import { leftOutOf, SOURCES } from './sources/all';

interface Collecting {
  db: Db;
  actor: Actor;
  now: Date;
  competition: Competition;
}

const asFields = (value: object): Fields => JSON.parse(JSON.stringify(value)) as Fields;

/** Everything of one question that whoever makes the pack may be told now. The caller says who makes one. */
export async function collectPack(about: Collecting): Promise<Pack> {
  const { db, actor, competition } = about;
  const { question } = competition;
  const closed = closedGates(actor, competition);
  const isOpen = (gate: 'bids' | 'scores') => question.route.takesBids && !closed.has(gate);
  const rows = await collectRows(
    db,
    question.id,
    SOURCES.filter(({ gate }) => !closed.has(gate)),
  );
  const facts = await factsOfQuestion(db, question.id, { judged: isOpen('scores') });
  const sets: PackSet[] = [
    ...rows,
    ...(isOpen('bids') ? await sealedParts(db, question.id) : []),
    ...(isOpen('scores') ? await ranking(db, competition) : []),
    { name: 'facts', title: 'Facts', stage: 'facts', records: facts },
    ...(await published(about)),
  ];
  return {
    question: question.reference,
    sets: [...(await collectNames(db, sets)), ...sets],
    leftOut: leftOutOf(closed),
    chain: await chainOfFacts(db, facts),
  };
}

async function ranking(db: Db, competition: Competition): Promise<PackSet[]> {
  const { question } = competition;
  const found = await rankingOf(db, competition, await loadAssessment(db, question.id));
  if (!found) return [];
  const rule = {
    formula: question.awardFormula,
    price_scored: question.route.priceScored,
    weights: { quality: question.qualityWeight, price: question.priceWeight },
    quality_threshold: question.qualityThreshold,
    tie_break: question.tieBreak,
  };
  const records = found.rows.map((row) => ({ key: row.reference, fields: asFields(row) }));
  return [
    {
      name: 'ranking-rule',
      title: 'The rule that ranks',
      stage: 'decision',
      records: [{ key: 'rule', fields: asFields(rule) }],
      alone: true,
    },
    { name: 'ranking', title: 'Ranking', stage: 'decision', records },
  ];
}

async function published({ db, actor, now, competition }: Collecting): Promise<PackSet[]> {
  const { reference } = competition.question;
  const scope = openContracting.visibleTo(actor);
  const told = await openContracting.read({ db, actor, scope, input: { reference }, now });
  if (!told) return [];
  const address = `urn:soundings:question:${showReference(reference)}`;
  const release = releasePackage({ name: 'Soundings', prefix: told.prefix, address }, told.process);
  return [
    {
      name: 'open-contracting',
      title: 'Release package (OCDS 1.1)',
      stage: 'publication',
      records: [{ key: 'release', fields: asFields(release) }],
      alone: true,
    },
  ];
}
