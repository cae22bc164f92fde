import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { hasRole, isPerson, type Actor } from '../../actor';
import type { Judgement } from '../appraisal/appraisal';
import type { SchemeName } from '../appraisal/scheme';
import type { FileAccessLevel } from '../file-access/file-access';
import type { Confidence, StudyType } from '../finding';
import { isShownInCollections } from '../collections/shown-in-collections.server';
import { findingsVisibleSql } from '../finding-visibility.server';
import type { EffectDirection } from '../interventions/direction';
import type { Direction, LinkKind } from '../links/finding-link';

export interface VersionRow {
  id: string;
  number: number;
  title: string;
  keyMessages: string;
  summary: string;
  limits: string;
  methods: string;
  studyType: StudyType;
  year: number | null;
  kind: string;
  venue: string;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
  doi: string | null;
  webAddress: string | null;
  licence: string;
  firstPublicOn: string | null;
  changeNote: string;
  revision: number;
  createdById: string | null;
  submittedAt: string | null;
  returnedAt: string | null;
  returnedReason: string | null;
  declinedAt: string | null;
  declinedReason: string | null;
  publishedAt: string | null;
  authors: { name: string; orcid: string | null; personId: string | null; roles: string[] }[];
  files: { reference: string; name: string; mediaType: string; size: number; scannedAt: string | null }[];
}

/** What was agreed of the current version; null as long as nothing is. */
export interface AgreedAppraisal extends Judgement {
  scheme: SchemeName;
  studyType: StudyType;
  agreedAt: string;
  settled: boolean;
}

/** Another finding that bears on this one, or the other way round. */
export interface LinkedFinding {
  reference: string;
  kind: LinkKind;
  direction: Direction;
  note: string;
  confirmed: boolean;
  /** Told to the proposer and to coordinators, as long as nobody has confirmed it. */
  proposedBy: string | null;
  isOwn: boolean;
  other: { reference: string; title: string; year: number | null; retracted: boolean };
}

/** What it says of an intervention or an objective. */
export interface DirectionSaid {
  about: string;
  name: string;
  /** The address part of an intervention; an objective has none. */
  slug: string | null;
  direction: EffectDirection;
  note: string;
}

export interface FindingRow {
  id: string;
  reference: string;
  submittedById: string | null;
  submittedBy: string | null;
  adviceAnswerId: string | null;
  bibliographic: boolean;
  invented: boolean;
  marking: string;
  confidence: Confidence | null;
  currentNumber: number;
  publishedAt: Date | null;
  releasedAt: Date | null;
  supersededAt: Date | null;
  retractedAt: Date | null;
  retractedReason: string | null;
  reviewBy: Date | null;
  reaffirmedAt: Date | null;
  workVerified: boolean | null;
  versions: VersionRow[];
  terms: { scheme: string; slug: string; name: string; standing: string }[];
  cases: { reference: string; name: string; document: string; text: string }[];
  question: { reference: string; title: string } | null;
  supersededBy: { reference: string; title: string } | null;
  /** The record that this one was folded into, and those folded into it. */
  mergedInto: string | null;
  tookIn: { reference: string; title: string }[];
  appraisal: AgreedAppraisal | null;
  links: LinkedFinding[];
  directions: DirectionSaid[];
  fileAccess: { level: FileAccessLevel; opensOn: string | null; reason: string; conditions: string } | null;
  /** Until when this reader was given access to the files. */
  filesUntil: Date | null;
  collections: { slug: string; title: string }[];
  /** That there is a restricted annex, and whether this reader is on its list; never its text. */
  annex: { words: number; announced: boolean; listed: boolean } | null;
}

const versionsOf = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object(
    'id', v.id, 'number', v.number, 'title', v.title, 'keyMessages', v.key_messages, 'summary', v.summary,
    'limits', v.limits, 'methods', v.methods, 'studyType', v.study_type, 'year', v.year, 'kind', v.kind,
    'venue', v.venue, 'volume', v.volume, 'issue', v.issue, 'pages', v.pages, 'publisher', v.publisher,
    'doi', v.doi, 'webAddress', v.web_address, 'licence', v.licence, 'firstPublicOn', v.first_public_on,
    'changeNote', v.change_note, 'revision', v.revision, 'createdById', v.created_by_id,
    'submittedAt', v.submitted_at, 'returnedAt', v.returned_at, 'returnedReason', v.returned_reason,
    'declinedAt', v.declined_at, 'declinedReason', v.declined_reason, 'publishedAt', v.published_at,
    'authors', COALESCE((SELECT jsonb_agg(jsonb_build_object('name', a.name, 'orcid', a.orcid,
        'personId', a.person_id, 'roles', a.roles) ORDER BY a.position)
      FROM finding_author a WHERE a.version_id = v.id), '[]'),
    'files', COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', s.reference, 'name', s.name,
        'mediaType', s.media_type, 'size', s.size, 'scannedAt', s.scanned_at) ORDER BY s.name)
      FROM finding_file ff JOIN stored_file s ON s.id = ff.file_id WHERE ff.version_id = v.id), '[]')
  ) ORDER BY v.number DESC) FROM finding_version v WHERE v.finding_id = f.id)`;

const directionsOf = Prisma.sql`COALESCE((
  SELECT jsonb_agg(jsonb_build_object('about', coalesce(t.reference, i.reference), 'name', coalesce(t.name, i.name),
    'slug', t.slug, 'direction', d.direction, 'note', d.note) ORDER BY coalesce(t.name, i.name))
  FROM finding_direction d LEFT JOIN term t ON t.id = d.term_id LEFT JOIN framework_item i ON i.id = d.framework_item_id
  WHERE d.finding_id = f.id AND d.replaced_at IS NULL), '[]')`;

/** What stands apart from the record: its files, this reader's own access, its annex and its collections. */
const apartFromRecord = (actor: Actor) => Prisma.sql`
  (SELECT jsonb_build_object('words', x.words, 'announced', x.announced, 'listed', EXISTS (
      SELECT FROM annex_reader l WHERE l.annex_id = x.id AND l.removed_at IS NULL
        AND (l.person_id = ${isPerson(actor) ? actor.id : null}::uuid
          OR l.team_id = ANY(${isPerson(actor) ? actor.teams.map(({ teamId }) => teamId) : []}::uuid[]))))
    FROM annex x WHERE x.finding_id = f.id) AS annex,
  (SELECT jsonb_build_object('level', a.level, 'opensOn', a.opens_on, 'reason', a.reason, 'conditions', a.conditions)
    FROM file_access a WHERE a.finding_id = f.id AND a.replaced_at IS NULL) AS "fileAccess",
  (SELECT g.until FROM file_grant g WHERE g.finding_id = f.id AND g.ended_at IS NULL
    AND g.person_id = ${isPerson(actor) ? actor.id : null}::uuid) AS "filesUntil",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('slug', c.slug, 'title', c.title) ORDER BY c.title)
    FROM collection_entry e JOIN collection c ON c.id = e.collection_id
    WHERE e.finding_id = f.id AND e.removed_at IS NULL AND ${isShownInCollections('f')}), '[]') AS collections`;

/** Links in force from or to the finding: confirmed ones, one's own, and for coordinators those to confirm. */
const linksOf = (actor: Actor) => {
  const me = isPerson(actor) ? actor.id : null;
  const ends = (own: 'from' | 'to', other: 'from' | 'to') => Prisma.sql`
    SELECT l.proposed_at, jsonb_build_object('reference', l.reference, 'kind', l.kind, 'direction', ${own}::text,
      'note', l.note, 'confirmed', l.confirmed_at IS NOT NULL,
      'proposedBy', CASE WHEN l.confirmed_at IS NULL THEN p.name END,
      'isOwn', coalesce(l.proposed_by_id = ${me}::uuid, false),
      'other', jsonb_build_object('reference', o.reference, 'title', v.title, 'year', v.year,
        'retracted', o.retracted_at IS NOT NULL)) AS link
    FROM finding_link l JOIN finding o ON o.id = l.${Prisma.raw(`${other}_id`)}
      JOIN finding_version v ON v.finding_id = o.id AND v.number = o.current_number
      LEFT JOIN person p ON p.id = l.proposed_by_id
    WHERE l.${Prisma.raw(`${own}_id`)} = f.id AND l.removed_at IS NULL AND ${findingsVisibleSql(actor, 'o')}
      AND (l.confirmed_at IS NOT NULL OR l.proposed_by_id = ${me}::uuid OR ${hasRole(actor, 'coordinator')})`;
  return Prisma.sql`COALESCE((SELECT jsonb_agg(x.link ORDER BY x.proposed_at)
    FROM (${ends('from', 'to')} UNION ALL ${ends('to', 'from')}) x), '[]')`;
};

/** One finding with all that its pages show, in one statement; only what `scope` lets the actor know of. */
export async function findingRow(
  db: Db,
  reference: string,
  actor: Actor,
  scope: Prisma.Sql,
): Promise<FindingRow | null> {
  const [row] = await db.$queryRaw<FindingRow[]>`
    SELECT (SELECT m.reference FROM finding m WHERE m.id = f.merged_into_id) AS "mergedInto",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', m.reference, 'title', mv.title) ORDER BY m.reference)
        FROM finding m JOIN finding_version mv ON mv.finding_id = m.id AND mv.number = m.current_number
        WHERE m.merged_into_id = f.id AND ${findingsVisibleSql(actor, 'm')}), '[]') AS "tookIn",
      f.id, f.reference, f.submitted_by_id AS "submittedById", p.name AS "submittedBy",
      f.advice_answer_id AS "adviceAnswerId", f.bibliographic, f.invented, f.marking::text, f.confidence::text,
      f.current_number AS "currentNumber", f.published_at AS "publishedAt", f.released_at AS "releasedAt",
      f.superseded_at AS "supersededAt", f.retracted_at AS "retractedAt", f.retracted_reason AS "retractedReason",
      f.review_by AS "reviewBy", f.reaffirmed_at AS "reaffirmedAt", w.verified AS "workVerified",
      ${versionsOf} AS versions,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('scheme', t.scheme, 'slug', t.slug, 'name', t.name,
          'standing', t.standing) ORDER BY t.scheme, t.position)
        FROM finding_term ft JOIN term t ON t.id = ft.term_id WHERE ft.finding_id = f.id), '[]') AS terms,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', pr.reference, 'name', pr.name,
          'document', s.document, 'text', c.text) ORDER BY s.starts_on DESC, pr.position)
        FROM priority_case c JOIN priority pr ON pr.id = c.priority_id JOIN priority_set s ON s.id = pr.priority_set_id
        WHERE c.finding_id = f.id), '[]') AS cases,
      (SELECT jsonb_build_object('reference', q.reference, 'title', q.title)
        FROM question q WHERE q.id = f.question_id AND ${questionsVisibleSql(actor, 'q')}) AS question,
      (SELECT jsonb_build_object('reference', n.reference, 'title', v.title)
        FROM finding n JOIN finding_version v ON v.finding_id = n.id AND v.number = n.current_number
        WHERE n.id = f.superseded_by_id AND ${findingsVisibleSql(actor, 'n')}) AS "supersededBy",
      (SELECT jsonb_build_object('scheme', a.scheme, 'studyType', a.study_type, 'answers', a.answers,
          'confidence', a.confidence, 'rationale', a.rationale, 'agreedAt', a.agreed_at, 'settled', a.settled)
        FROM appraisal a JOIN finding_version v ON v.id = a.version_id AND v.number = f.current_number
        WHERE a.finding_id = f.id AND a.agreed_at IS NOT NULL ORDER BY a.agreed_at DESC LIMIT 1) AS appraisal,
      ${directionsOf} AS directions,
      ${apartFromRecord(actor)},
      ${linksOf(actor)} AS links
    FROM finding f
      LEFT JOIN person p ON p.id = f.submitted_by_id
      LEFT JOIN work w ON w.id = f.work_id
    WHERE f.reference = ${reference} AND ${scope}`;
  return row ?? null;
}
