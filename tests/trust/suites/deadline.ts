import { setTimeout as sleep } from 'node:timers/promises';
import { confirmOpening } from '~/domain/bids/commands/confirm-opening.server';
import { openedQuality } from '~/domain/bids/sealing/opened-content.server';
import { checkReceipt, receiptOf } from '~/domain/bids/sealing/receipt-signing.server';
import { run as runCommand } from '~/domain/command.server';
import { showReference } from '~/domain/reference';
import { soundingsNow } from '~/platform/clock.server';
import { database, pool } from '~/platform/db.server';
import { actorFor } from '../../support/factories/people';
import { makeQuestion } from '../../support/factories/questions';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';
import { inParallel, send, type Answer } from '../support/http';
import { makeDrafts, type ReadyDraft } from '../support/many-drafts';
import { inWorld, type World } from '../support/world';

const WINDOW_MS = 10_000;
const BEFORE_MS = 5_000;
const SURE_MS = 1_000;
const MOST_ROUNDS = { whole: 60, sample: 2 };

interface Sent {
  draft: ReadyDraft;
  answer: Answer;
  /** Last byte left, in milliseconds from closing; below zero is before. */
  at: number;
  accepted: boolean;
}

type Question = Awaited<ReturnType<typeof makeQuestion>>;

/** Bids that race against the closing instant, from five seconds before to five after, on two web processes. */
export function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  return inWorld({ webs: 2 }, async (world) => {
    const findings = new Findings();
    const rate = await measuredRate(world, sample ? 60 : 300);
    const perRound = Math.max(10, Math.floor((rate / 2) * (WINDOW_MS / 1000)));
    const wanted = sample ? Math.min(200, perRound * MOST_ROUNDS.sample) : 2_000;
    const rounds = sample ? MOST_ROUNDS.sample : MOST_ROUNDS.whole;
    findings.say(`measured ${rate.toFixed(0)} submissions a second; racing at ${(rate / 2).toFixed(0)}`);
    const all: Sent[] = [];
    for (let round = 1; all.length < wanted && round <= rounds; round++)
      all.push(...(await race(world, Math.min(perRound, wanted - all.length), round, findings)));
    showBands(all, findings);
    findings.check(all.length === wanted, `${all.length} of ${wanted} distinct drafts were sent`);
    const late = all.filter(({ accepted, at }) => accepted && at >= SURE_MS).length;
    findings.say(`${late} accepted although their last byte left a second after closing`);
    findings.check(late === 0, 'nothing that left a second late was accepted');
    const refused = all.filter(({ accepted, at }) => !accepted && at <= -SURE_MS).length;
    findings.check(refused === 0, `${refused} refused although their last byte left a second before closing`);
    const odd = all.filter(({ accepted, answer }) => !accepted && !isLateRefusal(answer));
    findings.check(
      odd.length === 0,
      `${odd.length} answers were neither a receipt nor “you were late”${statuses(odd)}`,
    );
    return {
      tried: `${all.length} drafts against two processes at ${(rate / 2).toFixed(0)} a second`,
      failures: findings.failures,
    };
  });
}

const submit = (address: string, { reference, cookie }: ReadyDraft): Promise<Answer> =>
  send(address, `/bids/${showReference(reference)}/check`, { cookie, form: { revision: '1' } });

const isAccepted = (answer: Answer): boolean =>
  answer.status === 303 && Boolean(answer.location?.endsWith('/receipt'));
const isLateRefusal = (answer: Answer): boolean =>
  answer.status === 422 && answer.body.includes(' late: bids for this question closed');
const statuses = (odd: Sent[]): string =>
  odd.length === 0 ? '' : ` (${[...new Set(odd.map(({ answer }) => answer.status))].join(', ')})`;
const addressFor = ({ web }: World, index: number): string => web[index % web.length]?.address ?? '';

/** Submissions a second with 32 at once, far from any deadline, after a short warm-up. */
async function measuredRate(world: World, count: number): Promise<number> {
  const question = await makeQuestion({ closesInDays: 5 });
  const drafts = await makeDrafts(question, count + 20);
  await inParallel(drafts.slice(0, 20), 8, (draft, index) => submit(addressFor(world, index), draft));
  const started = performance.now();
  const answers = await inParallel(drafts.slice(20), 32, (draft, index) =>
    submit(addressFor(world, index), draft),
  );
  if (!answers.every(isAccepted))
    throw new Error(`measuring failed: ${answers.find((one) => !isAccepted(one))?.status}`);
  return (count * 1000) / (performance.now() - started);
}

/** One closing instant: half the drafts are sent before it, half after, at an even rate. */
async function race(world: World, count: number, round: number, findings: Findings): Promise<Sent[]> {
  const question = await makeQuestion({ closesInDays: 10 + round });
  const drafts = await makeDrafts(question, count);
  const closesAt = await closeIn(question, BEFORE_MS + 3_000);
  const sent = await Promise.all(
    drafts.map(async (draft, index): Promise<Sent> => {
      const due = closesAt - BEFORE_MS + ((index + 0.5) * WINDOW_MS) / count;
      await sleep(Math.max(0, due - Date.now()));
      const answer = await submit(addressFor(world, index), draft);
      return { draft, answer, at: answer.sentAt - closesAt, accepted: isAccepted(answer) };
    }),
  );
  await verifyRound(question, sent, round, findings);
  return sent;
}

/** Moves the product’s clock so that the question closes in so many milliseconds; answers when, by our clock. */
async function closeIn(question: Question, milliseconds: number): Promise<number> {
  const now = await soundingsNow(database());
  const left = (question.closesAt?.getTime() ?? 0) - now.getTime() - milliseconds;
  await pool().query('UPDATE soundings.clock SET shift = shift + make_interval(secs => $1)', [left / 1000]);
  const before = Date.now();
  const shifted = await soundingsNow(database());
  const middle = (before + Date.now()) / 2;
  return middle + (question.closesAt?.getTime() ?? 0) - shifted.getTime();
}

/** What stands in the database, what its receipts say, and what the opening brings to light. */
async function verifyRound(
  question: Question,
  sent: Sent[],
  round: number,
  findings: Findings,
): Promise<void> {
  const rows = await database().bidSubmission.findMany({ where: { bid: { questionId: question.id } } });
  const closes = question.closesAt?.getTime() ?? 0;
  const stamped = rows.filter(({ submittedAt }) => submittedAt.getTime() >= closes).length;
  const accepted = sent.filter((one) => one.accepted);
  const missing = accepted.filter(({ draft }) => !rows.some(({ bidId }) => bidId === draft.bidId)).length;
  const uninvited = rows.filter(({ bidId }) => !accepted.some(({ draft }) => draft.bidId === bidId)).length;
  const receipts = accepted.filter(({ draft }) => {
    const row = rows.find(({ bidId }) => bidId === draft.bidId);
    if (!row) return false;
    const about = {
      question: question.reference,
      bid: draft.reference,
      submission: row.number,
      submittedAt: row.submittedAt,
    };
    const { signed, bodyFits } = checkReceipt(receiptOf(about, row, draft.content));
    return signed && bodyFits === true;
  }).length;
  const opened = await openAll(question, accepted);
  const good =
    stamped === 0 &&
    missing === 0 &&
    uninvited === 0 &&
    receipts === accepted.length &&
    opened === accepted.length;
  findings.check(
    good,
    `round ${round}: ${sent.length} sent, ${accepted.length} accepted, ${stamped} stamped at or after closing, ` +
      `${missing} accepted but not stored, ${uninvited} stored but not accepted, ${receipts} receipts verify, ${opened} in the opening`,
  );
}

/** Opens the question as its moderator would, and counts the accepted bids that read as they were sent. */
async function openAll(question: Question, accepted: Sent[]): Promise<number> {
  const { asking, id, reference } = question;
  await database().panelMembership.create({
    data: {
      questionId: id,
      personId: asking.moderatorId,
      role: 'moderator',
      appointedById: asking.ownerId,
      appointedAt: new Date(),
    },
  });
  const outcome = await runCommand(confirmOpening, await actorFor(asking.moderatorId), {
    reference,
    capacity: 'moderator',
  });
  if (outcome.kind !== 'done' || !outcome.value.opened)
    throw new Error(`the opening failed: ${JSON.stringify(outcome)}`);
  const read = await inParallel(accepted, 8, async ({ draft }) => {
    const quality = await openedQuality(database(), draft.bidId);
    return quality?.summary === draft.content.quality.summary;
  });
  return read.filter(Boolean).length;
}

const BANDS: [string, number, number][] = [
  ['−5 to −1 s', -Infinity, -SURE_MS],
  ['−1 to 0 s', -SURE_MS, 0],
  ['0 to +1 s', 0, SURE_MS],
  ['+1 to +5 s', SURE_MS, Infinity],
];

function showBands(all: Sent[], findings: Findings): void {
  for (const [name, from, to] of BANDS) {
    const band = all.filter(({ at }) => at >= from && at < to);
    const accepted = band.filter((one) => one.accepted).length;
    findings.say(
      `${name.padEnd(11)} ${band.length} sent, ${accepted} accepted, ${band.length - accepted} refused`,
    );
  }
}
