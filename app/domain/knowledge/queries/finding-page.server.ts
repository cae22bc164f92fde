import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isAllowed } from '../../policy';
import { hasRole, isMember, type Actor } from '../../actor';
import { annexStub } from '../annexes/annex-stub';
import { findingAddress } from '../citations/finding-address.server';
import { referenceOf } from '../citations/reference-of';
import { ukDay } from '../../uk-time';
import { needsReview, notStated, stateOf, versionStateOf } from '../finding';
import * as policy from '../finding-policy';
import { filesView, type FilesView } from '../file-access/files-view';
import { standingOf } from '../finding-standing.server';
import { findingsVisibleSql } from '../finding-visibility.server';
import { mayRecordDirection } from '../interventions/direction-policy';
import { mayProposeLink } from '../links/link-policy';
import { findingRow, type FindingRow, type VersionRow } from './finding-row.server';

const instant = (text: string | null): Date | null => (text ? new Date(text) : null);
const stamps = (version: VersionRow) => ({
  submittedAt: instant(version.submittedAt),
  returnedAt: instant(version.returnedAt),
  declinedAt: instant(version.declinedAt),
  publishedAt: instant(version.publishedAt),
  createdById: version.createdById,
});

function mayOf(actor: Actor, row: FindingRow) {
  const versions = row.versions.map(stamps);
  const [latest] = versions;
  if (!latest) throw new Error('a finding has at least one version');
  const standing = standingOf({ ...row, versions }, latest);
  const may = {
    edit: isAllowed(policy.mayEditDraft(actor, standing)),
    review: isAllowed(policy.mayReview(actor, standing)),
    curate: isAllowed(policy.mayRelease(actor, standing)),
    editTags: isAllowed(policy.mayEditTags(actor, standing)),
    startVersion: isAllowed(policy.mayStartVersion(actor, standing)),
    use: isAllowed(policy.mayUseFinding(actor, standing)),
    seePeople: policy.readsPublished(actor),
    link: isAllowed(mayProposeLink(actor, standing)),
    recordDirection: isAllowed(mayRecordDirection(actor, standing)),
    keepLinks: hasRole(actor, 'coordinator'),
    request: policy.takesPart(actor) && row.publishedAt !== null && row.retractedAt === null,
  };
  return { standing, may };
}

/** What a retracted finding said is not handed out again, whatever asks for its page. */
const TAKEN_BACK = { keyMessages: '', summary: '', methods: '', limits: '' };

function versionView(version: VersionRow, isRetracted: boolean, files: FilesView) {
  const { authors, createdById: _by, id: _id, ...said } = version;
  return {
    ...said,
    ...(isRetracted ? TAKEN_BACK : {}),
    files: files.may.read ? version.files : [],
    state: versionStateOf(stamps(version)),
    publishedAt: instant(version.publishedAt),
    reference: referenceOf(version),
    authors: authors.map(({ name, orcid, roles }) => ({ name, orcid, roles })),
    notStated: notStated(version),
  };
}

/** Who shared it is told to members, unless its author agreed to publish without a name. */
const sharedBy = (row: FindingRow, seePeople: boolean): string | null =>
  seePeople && !row.bibliographic && !row.adviceAnswerId ? row.submittedBy : null;

/** The page of one finding: its current version, or a numbered one. */
export const findingPage = query({
  name: 'knowledge.finding-page',
  input: z.strictObject({
    reference: referenceInput,
    number: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  visibleTo: (actor) => findingsVisibleSql(actor),
  read: async ({ db, actor, scope, input, now }) => {
    const row = await findingRow(db, input.reference, actor, scope);
    const [latest] = row?.versions ?? [];
    if (!row || !latest) return null;
    const { standing, may } = mayOf(actor, row);
    const isReadable = (one: VersionRow) =>
      one.publishedAt !== null || may.review || one.createdById === ownId(actor);
    const wanted = input.number ?? (row.currentNumber || latest.number);
    const version = row.versions.find((one) => one.number === wanted);
    if (!version || (row.publishedAt && !isReadable(version))) return null;
    const files = filesView(actor, row, standing, version.files.length);
    const { reference, bibliographic, invented, marking, confidence, currentNumber, terms, cases, question } =
      row;
    const { releasedAt, retractedAt, retractedReason, supersededBy, reviewBy, reaffirmedAt } = row;
    return {
      ...{ reference, bibliographic, invented, marking, confidence, currentNumber, terms, cases, question },
      ...{ releasedAt, retractedAt, retractedReason, supersededBy, reviewBy, reaffirmedAt },
      publishedAt: row.publishedAt,
      address: findingAddress(reference),
      state: stateOf(row, stamps(latest)),
      needsReview: needsReview(stateOf(row, stamps(latest)), reviewBy, ukDay(now)),
      verified: row.workVerified !== false,
      sharedBy: sharedBy(row, may.seePeople),
      version: versionView(version, retractedAt !== null, files),
      files,
      collections: row.collections,
      annex: retractedAt
        ? null
        : annexStub({ annex: row.annex, keeps: files.may.keep, isMember: isMember(actor) }),
      versions: row.versions
        .filter((one) => one.publishedAt)
        .map(({ number, changeNote, publishedAt }) => ({ number, changeNote, publishedAt })),
      links: row.links,
      mergedInto: row.mergedInto,
      tookIn: row.tookIn,
      directions: row.directions,
      appraisal: retractedAt === null ? row.appraisal : null,
      may,
    };
  },
});
export type FindingView = NonNullable<Awaited<ReturnType<typeof findingPage.read>>>;

const ownId = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);
