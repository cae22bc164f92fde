import type { Db } from '~/platform/db.server';
import { hasRole, isMember, isWalledFromQuestion, type Actor } from '../actor';
import { maySeeAward, maySeeDelivery } from '../awards/award-policy';
import { awardRecord } from '../awards/load-award.server';
import { deliverableRecord } from '../awards/delivery/load-deliverable.server';
import { placeIn } from '../bids/bid-policy';
import { mayReadGovernance } from '../governance/governance-policy';
import { findingsVisibleTo } from '../knowledge/finding-visibility.server';
import { isAllowed } from '../policy';
import { ownsQuestion } from '../questions/question-policy';
import { questionForPolicy } from '../questions/question-stage.server';
import { questionsVisibleTo } from '../questions/question-visibility.server';
import { impactsVisibleTo } from '../ratings/impact/impact-visibility.server';
import type { Level } from './fact-audience';

/** A thing with a history, as this actor may know it. */
export interface Subject {
  id: string;
  title: string;
  level: Level;
}

type Find = (db: Db, actor: Actor, reference: string) => Promise<Subject | null>;

const reads = (actor: Actor, curators = false): Level => {
  if (hasRole(actor, 'auditor')) return 'auditor';
  const curates = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  return curators && curates ? 'curator' : 'open';
};

const question: Find = async (db, actor, reference) => {
  const row = await db.question.findFirst({
    where: { AND: [{ reference }, questionsVisibleTo(actor)] },
    select: { id: true, title: true },
  });
  if (!row) return null;
  const level = reads(actor, true);
  if (level === 'auditor' || isWalledFromQuestion(actor, row.id))
    return { ...row, level: level === 'auditor' ? level : 'open' };
  const policy = await questionForPolicy(db, reference);
  return { ...row, level: policy && ownsQuestion(actor, policy) ? 'team' : level };
};

const finding: Find = async (db, actor, reference) => {
  const row = await db.finding.findFirst({
    where: { AND: [{ reference }, findingsVisibleTo(actor)] },
    select: { id: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } } },
  });
  return row && { id: row.id, title: row.versions[0]?.title ?? '', level: reads(actor, true) };
};

/** A bid is there for those who make it and, once its competition is decided, for the auditor. */
const bid: Find = async (db, actor, reference) => {
  const row = await db.bid.findUnique({
    where: { reference },
    select: {
      id: true,
      questionId: true,
      members: true,
      question: { select: { title: true, decidedAt: true, withdrawnAt: true } },
    },
  });
  if (!row) return null;
  const title = `A bid for ${row.question.title}`;
  if (placeIn(actor, row)) return { id: row.id, title, level: 'team' };
  const settled = row.question.decidedAt ?? row.question.withdrawnAt;
  return settled && hasRole(actor, 'auditor') ? { id: row.id, title, level: 'auditor' } : null;
};

const award: Find = async (db, actor, reference) => {
  const record = await awardRecord(db, reference);
  if (!record || !isAllowed(maySeeAward(actor, record))) return null;
  const title = `The award for ${record.question.title}`;
  if (hasRole(actor, 'auditor')) return { id: record.id, title, level: 'auditor' };
  const walled = isWalledFromQuestion(actor, record.question.id);
  return { id: record.id, title, level: !walled && ownsQuestion(actor, record.question) ? 'team' : 'open' };
};

const impactRecord: Find = async (db, actor, reference) => {
  const row = await db.impactRecord.findFirst({
    where: { AND: [{ reference }, impactsVisibleTo(actor)] },
    select: { id: true, decision: true },
  });
  return row && { id: row.id, title: row.decision, level: reads(actor, true) };
};

const organisation: Find = async (db, actor, reference) => {
  const row = await db.organisation.findUnique({ where: { reference }, select: { id: true, name: true } });
  return row && { id: row.id, title: row.name, level: reads(actor, true) };
};

const team: Find = async (db, actor, reference) => {
  const row = await db.team.findUnique({ where: { reference }, select: { id: true, name: true } });
  return row && { id: row.id, title: row.name, level: reads(actor, true) };
};

const term: Find = async (db, actor, reference) => {
  const row = await db.term.findUnique({ where: { reference }, select: { id: true, name: true } });
  return row && { id: row.id, title: row.name, level: reads(actor, true) };
};

const framework: Find = async (db, actor, reference) => {
  const row = await db.framework.findUnique({ where: { reference }, select: { id: true, document: true } });
  return row && { id: row.id, title: row.document, level: reads(actor, true) };
};

const prioritySet: Find = async (db, actor, reference) => {
  const row = await db.prioritySet.findUnique({ where: { reference }, select: { id: true, document: true } });
  return row && { id: row.id, title: row.document, level: reads(actor, true) };
};

const deliverable: Find = async (db, actor, reference) => {
  const record = await deliverableRecord(db, reference);
  if (!record || !maySeeDelivery(actor, record.award)) return null;
  const level = hasRole(actor, 'auditor') ? 'auditor' : 'team';
  return { id: record.id, title: record.title, level };
};

/** One's own, and for those who look after people or check them. */
const person: Find = async (db, actor, reference) => {
  const level = reads(actor, true);
  const own = isMember(actor) && actor.reference === reference;
  if (level === 'open' && !own) return null;
  const row = await db.person.findUnique({ where: { reference }, select: { id: true, name: true } });
  return row && { id: row.id, title: row.name, level: own && level === 'open' ? 'curator' : level };
};

/** What members read: who governs what, and with what. */
const governed =
  (find: (db: Db, reference: string) => Promise<{ id: string; title: string } | null>): Find =>
  async (db, actor, reference) => {
    if (!isAllowed(mayReadGovernance(actor))) return null;
    const row = await find(db, reference);
    return row && { ...row, level: reads(actor, true) };
  };

const group = governed(async (db, reference) => {
  const row = await db.governanceGroup.findUnique({ where: { reference }, select: { id: true, name: true } });
  return row && { id: row.id, title: row.name };
});

const capability = governed(async (db, reference) => {
  const row = await db.capability.findUnique({ where: { reference }, select: { id: true, name: true } });
  return row && { id: row.id, title: row.name };
});

const curated =
  (find: (db: Db, reference: string) => Promise<{ id: string; title: string } | null>): Find =>
  async (db, actor, reference) => {
    const level = reads(actor, true);
    const row = level === 'open' ? null : await find(db, reference);
    return row && { ...row, level };
  };

const joinRequest = curated(async (db, reference) => {
  const row = await db.joinRequest.findUnique({ where: { reference }, select: { id: true } });
  return row && { id: row.id, title: 'A request to join' };
});

const invitation = curated(async (db, reference) => {
  const row = await db.invitation.findUnique({ where: { reference }, select: { id: true } });
  return row && { id: row.id, title: 'An invitation' };
});

const bulkAction = curated(async (db, reference) => {
  const row = await db.bulkAction.findUnique({ where: { reference }, select: { id: true } });
  return row && { id: row.id, title: 'A bulk action' };
});

/** How each kind of thing is found, by its name in addresses. Whoever may not know of it finds nothing. */
export const SUBJECTS = {
  question,
  finding,
  bid,
  award,
  deliverable,
  impactRecord,
  organisation,
  team,
  term,
  framework,
  prioritySet,
  group,
  capability,
  person,
  joinRequest,
  invitation,
  bulkAction,
} as const satisfies Record<string, Find>;
export type HistoryNoun = keyof typeof SUBJECTS;
export const historyNouns = Object.keys(SUBJECTS) as [HistoryNoun, ...HistoryNoun[]];
