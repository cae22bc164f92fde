import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import type { Competition } from '../../evaluation/competition';
import type { Verdict } from '../../policy';
import { mayMakePack } from '../assurance-policy';
import { collectPack } from '../pack/collect-pack.server';
import type { Pack } from '../pack/pack';
import { packSubject } from '../pack/pack-of-question.server';
import { filesOf, writeArchive, type WrittenPack } from '../pack/write-pack.server';
import { mayHandleRequest } from '../requests/request-policy';
import { requestRecord, type RequestRecord } from '../requests/load-request.server';
import { redactPack, type RedactedPack } from './redact-pack';
import { redactionReport, type ReportedRedaction } from './redaction-report';

export interface Subject {
  request: RequestRecord;
  question: { id: string; reference: string; title: string };
  competition: Competition;
  verdict: Verdict;
}

/** A request with one of its questions, and whether the actor withholds or checks parts of its pack. */
export async function redactionSubject(
  db: Db,
  actor: Actor,
  about: { request: string; question: string },
  { locked = false } = {},
): Promise<Subject | null> {
  const request = await requestRecord(db, actor, about.request, { locked });
  const question = request?.questions.find(({ reference }) => reference === about.question);
  const subject = request && question && (await packSubject(db, question.reference));
  if (!subject) return null;
  const handles = mayHandleRequest(actor, request);
  const verdict = handles.kind === 'allow' ? mayMakePack(actor, subject) : handles;
  const { id, reference, title } = question;
  return { request, question: { id, reference, title }, competition: subject.competition, verdict };
}

export async function liveRedactions(
  db: Db,
  requestId: string,
  questionId: string,
): Promise<ReportedRedaction[]> {
  const rows = await db.informationRedaction.findMany({
    where: { requestId, questionId, removedAt: null },
    include: { exemption: true },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ exemption, exemptionCode, ...row }) => ({
    ...row,
    exemption: exemptionCode,
    exemptionTitle: exemption.title,
    absolute: exemption.absolute,
    setTitle: row.setName,
  }));
}

interface Packing {
  db: Db;
  actor: Actor;
  now: Date;
  subject: Subject;
}

export const packFor = ({ db, actor, now, subject: { competition } }: Packing): Promise<Pack> =>
  collectPack({ db, actor, now, competition });

/** The pack as the redactions that stand leave it. */
export async function redactedFor(
  packing: Packing,
): Promise<RedactedPack & { redactions: ReportedRedaction[]; whole: Pack }> {
  const { db, subject } = packing;
  const whole = await packFor(packing);
  const titles = new Map(whole.sets.map(({ name, title }) => [name, title]));
  const redactions = (await liveRedactions(db, subject.request.id, subject.question.id)).map((one) => ({
    ...one,
    setTitle: titles.get(one.setName) ?? one.setName,
  }));
  return { ...redactPack(whole, redactions), redactions, whole };
}

/** The redacted archive, signed like every pack. */
export function redactedArchive(
  { pack, redactions, clean }: Awaited<ReturnType<typeof redactedFor>>,
  about: { question: { reference: string; title: string }; madeBy: string; now: Date },
): Promise<WrittenPack> {
  const heading = {
    title: clean(about.question.title),
    madeAt: about.now.toISOString(),
    madeBy: clean(about.madeBy),
    redacted: true,
  };
  const { title: _title, ...said } = heading;
  const files = [...filesOf(pack, heading), ...redactionReport(redactions, clean)];
  return writeArchive(files, { question: about.question.reference, ...said });
}
